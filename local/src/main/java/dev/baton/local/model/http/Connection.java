package dev.baton.local.model.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.net.Socket;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One socket. Its thread reads a request, has it answered on another thread and goes on reading:
 * the next thing to come is either a further request, which waits its turn, or the end of the
 * socket, which interrupts the answer.
 */
final class Connection implements Runnable, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

  private final Socket socket;
  private final HttpServer.Handler handler;
  private final int longestBody;
  private final SocketFate fate;

  Connection(Socket socket, HttpServer.Handler handler, int longestBody, InstantSource clock) {
    this.socket = socket;
    this.handler = handler;
    this.longestBody = longestBody;
    this.fate = new SocketFate(clock);
  }

  @Override
  public void run() {
    try {
      socket.setTcpNoDelay(true);
      serve();
    } catch (IOException broken) {
      LOG.debug("A connection broke", broken);
    } finally {
      fate.end(SocketEnd.By.CLIENT);
      close();
    }
  }

  private void serve() throws IOException {
    PushbackInputStream in =
        new PushbackInputStream(new BufferedInputStream(socket.getInputStream()));
    RequestReader reader = new RequestReader(in, socket.getOutputStream(), longestBody);
    HttpRequest request = reader.read();
    while (request != null) {
      Exchange exchange = new Exchange(request, socket, socket.getOutputStream(), fate);
      Thread answer = Thread.ofVirtual().name("model-answer").start(() -> answer(exchange));
      boolean more = awaitMore(in);
      join(answer, !more);
      request = more && exchange.finished() && !request.wantsClose() ? reader.read() : null;
    }
  }

  /** Whether a further byte came, and not the end. */
  private boolean awaitMore(PushbackInputStream in) {
    try {
      int next = in.read();
      if (next >= 0) {
        in.unread(next);
        return true;
      }
    } catch (IOException reset) {
      LOG.debug("A socket was reset", reset);
    }
    fate.end(SocketEnd.By.CLIENT);
    return false;
  }

  private static void join(Thread answer, boolean interrupt) {
    if (interrupt) {
      answer.interrupt();
    }
    try {
      answer.join();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      answer.interrupt();
    }
  }

  private void answer(Exchange exchange) {
    try {
      handler.handle(exchange);
    } catch (ClientGoneException gone) {
      LOG.debug("Nobody waits for an answer", gone);
    } catch (RuntimeException | IOException bug) {
      LOG.warn("The model stand-in failed at {}", exchange.request().path(), bug);
    }
    if (!exchange.finished() || exchange.request().wantsClose()) {
      exchange.cut();
    }
  }

  @Override
  public void close() {
    fate.end(SocketEnd.By.SERVER);
    closeQuietly(socket);
  }

  private static void closeQuietly(@Nullable AutoCloseable part) {
    try {
      if (part != null) {
        part.close();
      }
    } catch (Exception closedAnyway) {
      LOG.debug("A socket did not close", closedAnyway);
    }
  }
}
