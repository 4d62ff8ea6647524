package dev.baton.local.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.json.Jsons;
import dev.baton.local.model.control.RequestLog;
import dev.baton.local.model.control.Scripts;
import dev.baton.local.model.demo.Demo;
import dev.baton.local.model.http.ClientGoneException;
import dev.baton.local.model.http.Exchange;
import dev.baton.local.model.http.HttpRequest;
import dev.baton.local.model.reply.Fault;
import dev.baton.local.model.reply.Reply;
import dev.baton.local.model.script.Script;
import dev.baton.local.model.wire.ApiError;
import dev.baton.local.model.wire.MessageRequest;
import dev.baton.local.model.wire.RequestRules;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** {@code POST /v1/messages}: checks a request, finds its reply, plays it and keeps the log. */
final class Messages {
  private final Scripts scripts;
  private final RequestLog log;
  private final AtomicLong requests = new AtomicLong();

  Messages(Scripts scripts, RequestLog log) {
    this.scripts = scripts;
    this.log = log;
  }

  void handle(Exchange exchange, String key) throws ClientGoneException {
    RequestLog.Entry entry = log.add(key, exchange);
    try {
      answer(exchange, key);
    } finally {
      entry.answered(exchange.status(), exchange.written(), exchange.finished());
    }
  }

  /** Refuses a request. */
  void refuse(Exchange exchange, ApiError error) throws ClientGoneException {
    refuse(exchange, error, requestId());
  }

  private void answer(Exchange exchange, String key) throws ClientGoneException {
    String requestId = requestId();
    Optional<ApiError> refusal = refusal(exchange.request());
    if (refusal.isPresent()) {
      refuse(exchange, refusal.get(), requestId);
      return;
    }
    byte[] bytes = exchange.request().body();
    MessageRequest request = MessageRequest.of((ObjectNode) parsed(bytes), bytes);
    Reply reply = reply(key, request);
    Optional<Fault.Refusal> wanted = reply.refusal();
    if (wanted.isPresent()) {
      Optional<Fault.Stall> stall = reply.stall(Fault.Phase.BEFORE_HEADERS);
      exchange.pause(stall.map(Fault.Stall::time).orElse(Duration.ZERO));
      refuse(exchange, wanted.get().error(), requestId);
    } else {
      new Player(exchange, Map.of("request-id", requestId)).play(reply, request);
    }
  }

  private static JsonNode parsed(byte[] bytes) {
    JsonNode tree = Jsons.parse(bytes);
    return tree == null ? Jsons.object() : tree;
  }

  private static Optional<ApiError> refusal(HttpRequest request) {
    if (request.oversize()) {
      return Optional.of(ApiError.of(413, "The request is larger than 32 MB."));
    }
    if (request.header("anthropic-version") == null) {
      return Optional.of(ApiError.of(400, "anthropic-version: header is required"));
    }
    JsonNode tree = Jsons.parse(request.body());
    if (!(tree instanceof ObjectNode body)) {
      return Optional.of(ApiError.of(400, "The body is no JSON object."));
    }
    return RequestRules.violation(body).map(violation -> ApiError.of(400, violation));
  }

  private Reply reply(String key, MessageRequest request) {
    Optional<Script> script = scripts.of(key);
    Optional<Reply> prepared = script.flatMap(Script::next);
    boolean refused =
        prepared.isEmpty() && script.filter(any -> any.then() == Script.Then.REFUSE).isPresent();
    if (refused) {
      return Reply.refusing(ApiError.of(400, "The script has no reply for this request."));
    }
    return prepared.orElseGet(() -> Demo.answer(request));
  }

  private static void refuse(Exchange exchange, ApiError error, String requestId)
      throws ClientGoneException {
    Map<String, String> headers = new LinkedHashMap<>(error.headers());
    headers.put("Content-Type", "application/json");
    headers.put("request-id", requestId);
    exchange.answer(error.status(), headers, Jsons.bytes(error.toJson(requestId)));
  }

  private String requestId() {
    return "req_standin_%010d".formatted(requests.incrementAndGet());
  }
}
