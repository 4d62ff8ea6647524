package dev.baton.local.model;

import dev.baton.local.model.control.ControlApi;
import dev.baton.local.model.control.RequestLog;
import dev.baton.local.model.control.Scripts;
import dev.baton.local.model.http.Exchange;
import dev.baton.local.model.http.HttpRequest;
import dev.baton.local.model.http.HttpServer;
import dev.baton.local.model.wire.ApiError;
import java.io.IOException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * A running stand-in for the Anthropic Messages API on a loopback port. It listens from {@link
 * #start} until it is closed; what it can be told is in {@code docs/wire.md}.
 */
public final class ModelStandIn implements AutoCloseable {
  /** The API key that the local stack gives to functions; any other is as good. */
  public static final String API_KEY = "stand-in";

  private static final int LONGEST_BODY = 32 * 1024 * 1024;

  private final HttpServer server;

  private ModelStandIn(int port) {
    InstantSource clock = InstantSource.system();
    Scripts scripts = new Scripts();
    RequestLog log = new RequestLog(clock);
    ControlApi control = new ControlApi(scripts, log);
    Messages messages = new Messages(scripts, log);
    this.server =
        HttpServer.open(port, exchange -> handle(exchange, control, messages), LONGEST_BODY, clock);
  }

  /**
   * Begins to listen.
   *
   * @param port 0 for any free one
   * @throws IllegalStateException if the port is taken
   */
  public static ModelStandIn start(int port) {
    return new ModelStandIn(port);
  }

  /** Where it listens, without a trailing slash: what {@code ANTHROPIC_BASE_URL} is set to. */
  public String url() {
    return "http://127.0.0.1:" + server.port();
  }

  private static void handle(Exchange exchange, ControlApi control, Messages messages)
      throws IOException {
    HttpRequest request = exchange.request();
    String key = key(request);
    if (request.path().startsWith("/_control")) {
      control.handle(exchange, key == null ? API_KEY : key);
    } else if (!request.path().equals("/v1/messages")) {
      messages.refuse(exchange, ApiError.of(404, "There is nothing at " + request.path() + "."));
    } else if (!request.method().equals("POST")) {
      messages.refuse(exchange, ApiError.of(405, "Only POST is possible here."));
    } else if (key == null) {
      messages.refuse(exchange, ApiError.of(401, "x-api-key or Authorization is required"));
    } else {
      messages.handle(exchange, key);
    }
  }

  private static @Nullable String key(HttpRequest request) {
    String key = request.header("x-api-key");
    String bearer = request.header("authorization");
    if (key == null && bearer != null && bearer.regionMatches(true, 0, "Bearer ", 0, 7)) {
      key = bearer.substring(7).strip();
    }
    return key == null || key.isEmpty() ? null : key;
  }

  /** Stops listening and closes every socket. */
  @Override
  public void close() {
    server.close();
  }
}
