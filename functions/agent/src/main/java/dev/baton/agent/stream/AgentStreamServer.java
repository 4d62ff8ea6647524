package dev.baton.agent.stream;

import com.sun.net.httpserver.HttpServer;
import dev.baton.shell.server.RunningServer;
import dev.baton.shell.server.ServerFunction;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The stream function: {@code GET /api/agent/stream} as an HTTP server, a virtual thread per
 * request. Source: streaming specification, sections 4 and 10.1.
 */
public final class AgentStreamServer implements ServerFunction {
  private static final int BACKLOG = 1_024;

  private final StreamWiring wiring;

  /** The server of this process. */
  public AgentStreamServer() {
    this(StreamWiring.ofProcess());
  }

  AgentStreamServer(StreamWiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public RunningServer start(int port) throws IOException {
    return start(port, wiring.build());
  }

  /** Starts a server of these parts. */
  static RunningServer start(int port, StreamWiring.Built built) throws IOException {
    // Read once, by the first server of the process: small writes go out at once.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
    ExecutorService threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("stream-", 0).factory());
    server.createContext("/", built.routes());
    server.setExecutor(threads);
    server.start();
    return new RunningStreams(server, threads, built);
  }
}
