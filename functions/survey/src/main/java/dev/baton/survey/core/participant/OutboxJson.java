package dev.baton.survey.core.participant;

import static dev.baton.core.json.JsonFields.number;
import static dev.baton.core.json.JsonFields.object;
import static dev.baton.core.json.JsonFields.optional;
import static dev.baton.core.json.JsonFields.text;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonFields;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.participant.effect.DeliveryStatus;
import dev.baton.survey.core.participant.effect.Effect;
import dev.baton.survey.core.participant.effect.OutboxEntry;
import dev.baton.survey.core.participant.effect.TimerKind;
import java.util.ArrayList;
import java.util.List;

/** Effects that are not done yet as JSON. */
final class OutboxJson {
  private OutboxJson() {}

  static void write(JsonObject.Builder json, Outbox outbox) {
    if (!outbox.entries().isEmpty()) {
      json.put("outbox", entries(outbox.entries()));
    }
    if (!outbox.parked().isEmpty()) {
      json.put("parked", entries(outbox.parked()));
    }
    json.putIfPresent("retry", ParticipantJson.timer(outbox.retry()));
  }

  static Outbox read(JsonObject json) {
    return new Outbox(
        entries(json, "outbox"),
        entries(json, "parked"),
        optional(json, "retry", ParticipantJson::timer));
  }

  static JsonObject toJson(OperatorBlock block) {
    return JsonObject.builder()
        .put("before", block.before().name())
        .put("held", entries(block.held()))
        .build();
  }

  static OperatorBlock operatorBlock(JsonObject json) {
    return new OperatorBlock(State.valueOf(text(json, "before")), entries(json, "held"));
  }

  private static JsonArray entries(List<OutboxEntry> entries) {
    List<Json> elements = new ArrayList<>(entries.size());
    entries.forEach(entry -> elements.add(entry(entry)));
    return new JsonArray(elements);
  }

  private static List<OutboxEntry> entries(JsonObject json, String name) {
    return JsonFields.list(json, name, OutboxJson::entry);
  }

  private static JsonObject entry(OutboxEntry entry) {
    JsonObject.Builder json = JsonObject.builder();
    effect(json, entry.effect());
    switch (entry.status()) {
      case DeliveryStatus.Queued(int attempt, long notBefore) ->
          json.put("status", "queued").put("attempt", attempt).put("not_before", notBefore);
      case DeliveryStatus.Started(int attempt, long at) ->
          json.put("status", "started").put("attempt", attempt).put("at", at);
      case DeliveryStatus.Confirmed(int attempt, long at) ->
          json.put("status", "confirmed").put("attempt", attempt).put("at", at);
      case DeliveryStatus.Unknown(int attempt, long at) ->
          json.put("status", "unknown").put("attempt", attempt).put("at", at);
    }
    return json.put("doubts", entry.doubts()).build();
  }

  private static OutboxEntry entry(Json json) {
    if (!(json instanceof JsonObject entry)) {
      throw new IllegalArgumentException("no outbox entry");
    }
    return new OutboxEntry(effect(entry), status(entry), (int) number(entry, "doubts"));
  }

  private static DeliveryStatus status(JsonObject json) {
    int attempt = (int) number(json, "attempt");
    return switch (text(json, "status")) {
      case "queued" -> new DeliveryStatus.Queued(attempt, number(json, "not_before"));
      case "started" -> new DeliveryStatus.Started(attempt, number(json, "at"));
      case "confirmed" -> new DeliveryStatus.Confirmed(attempt, number(json, "at"));
      case "unknown" -> new DeliveryStatus.Unknown(attempt, number(json, "at"));
      default -> throw new IllegalArgumentException("no status " + text(json, "status"));
    };
  }

  private static void effect(JsonObject.Builder json, Effect effect) {
    json.put("id", effect.id());
    switch (effect) {
      case Effect.Send send -> json.put("kind", "send").put("body", send.body());
      case Effect.PassThread pass ->
          json.put("kind", "pass-thread")
              .put("body", pass.body())
              .put("target", pass.target())
              .put("handoff", HandoffJson.id(pass.handoff()));
      case Effect.TakeThread take ->
          json.put("kind", "take-thread")
              .put("body", take.body())
              .put("handoff", HandoffJson.id(take.handoff()));
      case Effect.ArmTimer arm ->
          json.put("kind", "arm-timer")
              .put("timer", arm.kind().name())
              .put("round", arm.round())
              .put("due", arm.due());
      case Effect.CancelTimer cancel ->
          json.put("kind", "cancel-timer")
              .put("timer", cancel.kind().name())
              .put("round", cancel.round());
    }
  }

  private static Effect effect(JsonObject json) {
    String id = text(json, "id");
    return switch (text(json, "kind")) {
      case "send" -> new Effect.Send(id, object(json, "body"));
      case "pass-thread" ->
          new Effect.PassThread(
              id,
              object(json, "body"),
              text(json, "target"),
              HandoffJson.id(object(json, "handoff")));
      case "take-thread" ->
          new Effect.TakeThread(id, object(json, "body"), HandoffJson.id(object(json, "handoff")));
      case "arm-timer" ->
          new Effect.ArmTimer(id, timer(json), number(json, "round"), number(json, "due"));
      case "cancel-timer" -> new Effect.CancelTimer(id, timer(json), number(json, "round"));
      default -> throw new IllegalArgumentException("no effect " + text(json, "kind"));
    };
  }

  private static TimerKind timer(JsonObject json) {
    return TimerKind.valueOf(text(json, "timer"));
  }
}
