package dev.baton.agent.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.Refused;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Answers that are no streams. All but one have a body, because responses without one have hung
 * behind response streaming. Source: streaming specification, section 4.3.
 */
final class Replies {
  private Replies() {}

  /** A refusal. */
  static void refuse(HttpExchange exchange, Refused refused) throws IOException {
    JsonObject body =
        JsonObject.builder().put("success", false).put("error", refused.error().toJson()).build();
    json(exchange, refused.status(), body.write());
  }

  /** JSON. */
  static void json(HttpExchange exchange, int status, String body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    send(exchange, status, body);
  }

  /** Nothing to tell: an empty answer, or the same as JSON. */
  static void empty(HttpExchange exchange, Opening.Empty empty, boolean asJson) throws IOException {
    if (asJson) {
      JsonObject body =
          JsonObject.builder().put("state", empty.state()).put("last_seq", empty.last()).build();
      json(exchange, 200, body.write());
    } else {
      exchange.sendResponseHeaders(204, -1);
    }
  }

  /** Any text. */
  static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }
}
