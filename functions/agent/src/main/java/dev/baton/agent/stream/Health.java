package dev.baton.agent.stream;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/**
 * Says whether the server is ready: it is, once the table has answered. Source: streaming
 * specification, section 10.1. Thread-safe.
 */
final class Health {
  private final Runnable read;
  private volatile boolean ready;

  /**
   * Health by a read.
   *
   * @param read reads the table, or throws
   */
  Health(Runnable read) {
    this.read = read;
  }

  void answer(HttpExchange exchange) throws IOException {
    if (!ready) {
      read.run();
      ready = true;
    }
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    Replies.send(exchange, 200, "ok\n");
  }
}
