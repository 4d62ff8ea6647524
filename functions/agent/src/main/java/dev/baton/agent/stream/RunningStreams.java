package dev.baton.agent.stream;

import com.sun.net.httpserver.HttpServer;
import dev.baton.shell.server.RunningServer;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A stream server that runs. When it is closed, every stream gets what is pending and a notice, and
 * ends. Source: streaming specification, section 11.
 */
final class RunningStreams implements RunningServer {
  private static final Duration LEAVING = Duration.ofMillis(500);
  private static final int LINGER_SECONDS = 1;

  private final HttpServer server;
  private final ExecutorService threads;
  private final StreamWiring.Built built;
  private final AtomicBoolean closed = new AtomicBoolean();

  RunningStreams(HttpServer server, ExecutorService threads, StreamWiring.Built built) {
    this.server = server;
    this.threads = threads;
    this.built = built;
  }

  @Override
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    built.open().drain();
    // Frees the port at once and lets open responses come to their ends.
    Thread.ofPlatform().daemon().name("stream-stop").start(() -> server.stop(LINGER_SECONDS));
    built.tails().end();
    built.open().awaitEnd(built.drain());
    threads.shutdown();
    awaitRows();
  }

  // What is left of a viewer would count as one until its time, beside the one who comes back.
  private void awaitRows() {
    try {
      threads.awaitTermination(LEAVING.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
