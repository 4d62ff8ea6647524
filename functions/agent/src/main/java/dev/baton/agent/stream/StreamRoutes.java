package dev.baton.agent.stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.baton.core.result.Refused;
import dev.baton.shell.log.Log;
import java.io.IOException;
import java.util.Map;

/** Answers all requests: by path, then by method. Thread-safe. */
final class StreamRoutes implements HttpHandler {
  /** Where streams are. */
  static final String PATH = "/api/agent/stream";

  private static final String HEALTH = "/healthz";

  private final StreamRequestReader reader = new StreamRequestReader();
  private final Openings openings;
  private final StreamResponses responses;
  private final Health health;
  private final boolean emptyAsJson;
  private final Log log;

  /**
   * A handler.
   *
   * @param emptyAsJson whether there is a body where there is nothing to tell
   */
  StreamRoutes(
      Openings openings, StreamResponses responses, Health health, boolean emptyAsJson, Log log) {
    this.openings = openings;
    this.responses = responses;
    this.health = health;
    this.emptyAsJson = emptyAsJson;
    this.log = log;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      answerOrFail(exchange);
    }
  }

  private void answerOrFail(HttpExchange exchange) throws IOException {
    try {
      answer(exchange);
    } catch (RuntimeException fault) {
      log.error("stream_failed", Map.of(), fault);
      if (exchange.getResponseCode() < 0) {
        Replies.refuse(exchange, StreamRefusals.FAULT);
      }
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (HEALTH.equals(path)) {
      health.answer(exchange);
    } else if (!PATH.equals(path)) {
      Replies.refuse(exchange, StreamRefusals.NO_PATH);
    } else {
      switch (exchange.getRequestMethod()) {
        case "GET" -> stream(exchange);
        default -> refuseMethod(exchange);
      }
    }
  }

  private static void refuseMethod(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Allow", "GET, POST");
    Replies.refuse(exchange, StreamRefusals.METHOD);
  }

  private void stream(HttpExchange exchange) throws IOException {
    switch (reader.read(exchange.getRequestURI(), exchange.getRequestHeaders())) {
      case StreamRequestReader.Reading.Malformed(Refused refused) ->
          Replies.refuse(exchange, refused);
      case StreamRequestReader.Reading.Formed(StreamRequest request) ->
          stream(exchange, openings.open(request));
    }
  }

  private void stream(HttpExchange exchange, Opening opening) throws IOException {
    switch (opening) {
      case Opening.Refusal(Refused refused) -> Replies.refuse(exchange, refused);
      case Opening.Empty empty -> Replies.empty(exchange, empty, emptyAsJson);
      case Opening.Ready ready -> responses.stream(exchange, ready);
    }
  }
}
