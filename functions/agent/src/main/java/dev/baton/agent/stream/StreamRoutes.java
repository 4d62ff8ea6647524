package dev.baton.agent.stream;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.baton.core.result.Refused;
import dev.baton.shell.log.Log;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/** Answers all requests: by path, then by method. Thread-safe. */
final class StreamRoutes implements HttpHandler {
  /** Where streams are. */
  static final String PATH = "/api/agent/stream";

  private static final String HEALTH = "/healthz";

  private static final int LARGEST_BODY = 1 << 20;

  private final PostReader postReader = new PostReader();
  private final StreamRequestReader reader = new StreamRequestReader();
  private final Openings openings;
  private final Posts posts;
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
      Openings openings,
      Posts posts,
      StreamResponses responses,
      Health health,
      boolean emptyAsJson,
      Log log) {
    this.openings = openings;
    this.posts = posts;
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
        case "POST" -> post(exchange);
        default -> refuseMethod(exchange);
      }
    }
  }

  private void post(HttpExchange exchange) throws IOException {
    Headers headers = exchange.getRequestHeaders();
    String type = headers.getFirst("Content-Type");
    if (type == null || !type.toLowerCase(Locale.ROOT).matches("application/json *(;.*)?")) {
      Replies.refuse(exchange, Posts.NO_JSON);
      return;
    }
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
    Map<String, String> query = StreamRequestReader.query(exchange.getRequestURI());
    Posted posted = query == null ? null : postReader.read(query, body);
    if (body.length > LARGEST_BODY) {
      Replies.refuse(exchange, Posts.TOO_LARGE);
    } else if (posted == null) {
      Replies.refuse(exchange, Posts.MALFORMED);
    } else {
      told(exchange, Aside.call(() -> posts.post(posted, headers, reader.deadline(headers))));
    }
  }

  private void told(HttpExchange exchange, Posts.Outcome outcome) throws IOException {
    switch (outcome) {
      case Posts.Outcome.Told(Opening.Ready opening) -> responses.stream(exchange, opening);
      case Posts.Outcome.Refusal(Refused refused) -> Replies.refuse(exchange, refused);
      case Posts.Outcome.PassedOn(ApiCaller.Answer answer) ->
          Replies.json(exchange, answer.status(), answer.body());
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
          stream(exchange, Aside.call(() -> openings.open(request)));
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
