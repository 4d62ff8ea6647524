package dev.baton.local.model;

import dev.baton.local.json.Jsons;
import dev.baton.local.model.http.ClientGoneException;
import dev.baton.local.model.http.Exchange;
import dev.baton.local.model.reply.Fault;
import dev.baton.local.model.reply.Frames;
import dev.baton.local.model.reply.MessageJson;
import dev.baton.local.model.reply.Portions;
import dev.baton.local.model.reply.Reply;
import dev.baton.local.model.reply.Step;
import dev.baton.local.model.wire.MessageRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plays one reply on one exchange, as a stream or whole. */
final class Player {
  private static final Head STREAM = new Head(200, "text/event-stream; charset=utf-8", -1);

  /** How an answer begins; a length below 0 is not known. */
  private record Head(int status, String type, int length) {}

  private final Exchange exchange;
  private final Map<String, String> headers;

  /**
   * @param headers of every answer
   */
  Player(Exchange exchange, Map<String, String> headers) {
    this.exchange = exchange;
    this.headers = headers;
  }

  void play(Reply reply, MessageRequest request) throws ClientGoneException {
    List<Step> frames = Frames.of(reply, request);
    if (request.stream()) {
      perform(Portions.of(reply, frames), STREAM);
      return;
    }
    exchange.pause(silence(frames));
    Optional<Fault.ErrorEvent> error = reply.only(Fault.ErrorEvent.class).findFirst();
    int status = error.map(event -> event.error().status()).orElse(200);
    byte[] body =
        Jsons.bytes(
            error
                .map(event -> event.error().toJson(headers.get("request-id")))
                .orElseGet(() -> new MessageJson(reply, request).whole()));
    perform(Portions.of(reply, body), new Head(status, "application/json", body.length));
  }

  private void perform(List<Step> steps, Head head) throws ClientGoneException {
    for (Step step : steps) {
      switch (step) {
        case Step.Pause pause -> exchange.pause(pause.time());
        case Step.Frame frame -> throw new IllegalStateException("A frame without bytes.");
        case Step.Bytes bytes -> {
          begin(head);
          exchange.write(bytes.bytes());
        }
        case Step.Cut cut -> {
          begin(head);
          exchange.cut();
          return;
        }
      }
    }
    begin(head);
    exchange.end();
  }

  private void begin(Head head) throws ClientGoneException {
    if (exchange.status() != 0) {
      return;
    }
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put("Content-Type", head.type());
    all.put("Cache-Control", "no-cache");
    if (head.length() >= 0) {
      all.put("Content-Length", String.valueOf(head.length()));
    }
    exchange.begin(head.status(), all);
  }

  private static Duration silence(List<Step> steps) {
    return steps.stream()
        .filter(Step.Pause.class::isInstance)
        .map(step -> ((Step.Pause) step).time())
        .reduce(Duration.ZERO, Duration::plus);
  }
}
