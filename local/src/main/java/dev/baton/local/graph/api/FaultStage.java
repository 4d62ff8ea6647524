package dev.baton.local.graph.api;

import dev.baton.local.graph.fault.FaultEffect;
import dev.baton.local.graph.fault.FaultRule.Fault;
import dev.baton.local.graph.fault.FaultRules;
import dev.baton.local.graph.http.HttpAnswer;
import dev.baton.local.graph.http.HttpAnswer.Reply;
import dev.baton.local.graph.messenger.Messenger;
import dev.baton.local.graph.refusal.GraphError;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Plays a fault over what a call really did. */
final class FaultStage {

  private static final String TRACE_HEADER = "x-fb-trace-id";

  private final Messenger messenger;
  private final FaultRules faults;

  FaultStage(Messenger messenger, FaultRules faults) {
    this.messenger = messenger;
    this.faults = faults;
  }

  /** The answer with the fault, if there is one; waits as long as the fault says. */
  HttpAnswer play(Optional<Fault> fault, Supplier<HttpAnswer> performance) {
    if (fault.isEmpty()) {
      return performance.get();
    }
    Fault order = fault.get();
    Optional<HttpAnswer> real =
        order.performed() || order.effect() instanceof FaultEffect.Slow
            ? Optional.of(performance.get())
            : Optional.empty();
    // Messenger does not wait for its own answer: echoes go before a late one.
    real.ifPresent(answer -> messenger.later(Duration.ZERO, answer.afterwards()));
    await(order.delay());
    return switch (order.effect()) {
      case FaultEffect.Slow() -> real.orElseThrow().alone();
      case FaultEffect.Refuse(GraphError error, var headers) -> refusal(error, headers);
      case FaultEffect.Garble garble -> garbled(garble);
      case FaultEffect.Cut() -> HttpAnswer.cut();
      case FaultEffect.Hang() -> {
        faults.cleared().join();
        yield HttpAnswer.cut();
      }
    };
  }

  /** An error as the Graph API answers it. */
  Reply refusal(GraphError error, Map<String, String> headers) {
    String trace = "A" + messenger.newId("trace");
    Reply reply = HttpAnswer.json(error.status(), error.toJson(trace));
    Map<String, String> all = new HashMap<>(reply.headers());
    all.put(TRACE_HEADER, trace);
    all.putAll(headers);
    return new Reply(reply.status(), all, reply.body(), reply.afterwards());
  }

  private static HttpAnswer garbled(FaultEffect.Garble garble) {
    Map<String, String> headers = new HashMap<>(garble.headers());
    headers.put("Content-Type", garble.contentType());
    byte[] body = garble.body().getBytes(StandardCharsets.UTF_8);
    return new Reply(garble.status(), headers, body, () -> {});
  }

  private void await(Duration delay) {
    if (delay.isPositive()) {
      CompletableFuture<Void> over = new CompletableFuture<>();
      messenger.later(delay, () -> over.complete(null));
      CompletableFuture.anyOf(over, faults.cleared()).join();
    }
  }
}
