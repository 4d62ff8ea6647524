package dev.baton.survey.core.participant;

import static dev.baton.core.json.JsonFields.number;
import static dev.baton.core.json.JsonFields.numberOrNull;
import static dev.baton.core.json.JsonFields.optional;
import static dev.baton.core.json.JsonFields.text;
import static dev.baton.core.json.JsonFields.texts;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonFields;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.participant.effect.FaultClass;
import dev.baton.survey.core.participant.effect.GraphFault;
import dev.baton.survey.core.participant.effect.HandoffId;

/** Handoffs of a participant as JSON. */
final class HandoffJson {
  private HandoffJson() {}

  static JsonObject toJson(OpenHandoff handoff) {
    GraphFault fault = handoff.passError();
    HandoffReturn returned = handoff.returned();
    Long passedAt = handoff.passedAt();
    return JsonObject.builder()
        .put("id", id(handoff.id()))
        .put("step", handoff.step())
        .put("target", handoff.target())
        .put("started_at", handoff.startedAt())
        .putIfPresent("passed_at", passedAt == null ? null : Json.of(passedAt))
        .put("pass_attempts", handoff.passAttempts())
        .putIfPresent("pass_error", fault == null ? null : fault(fault))
        .putIfPresent("returned", returned == null ? null : returned(returned))
        .build();
  }

  static OpenHandoff open(JsonObject json) {
    return new OpenHandoff(
        id(JsonFields.object(json, "id")),
        (int) number(json, "step"),
        text(json, "target"),
        number(json, "started_at"),
        numberOrNull(json, "passed_at"),
        (int) number(json, "pass_attempts"),
        optional(json, "pass_error", HandoffJson::fault),
        optional(json, "returned", HandoffJson::returned));
  }

  static JsonObject toJson(LastHandoff last) {
    return JsonObject.builder()
        .put("id", id(last.id()))
        .put("target", last.target())
        .put("ended_at", last.endedAt())
        .put("late_noted", last.lateNoted())
        .build();
  }

  static LastHandoff last(JsonObject json) {
    return new LastHandoff(
        id(JsonFields.object(json, "id")),
        text(json, "target"),
        number(json, "ended_at"),
        JsonFields.flag(json, "late_noted"));
  }

  static JsonObject id(HandoffId id) {
    return JsonObject.builder().put("turn", id.turn()).put("step", id.step()).build();
  }

  static HandoffId id(JsonObject json) {
    return new HandoffId(number(json, "turn"), (int) number(json, "step"));
  }

  private static JsonObject fault(GraphFault fault) {
    return JsonObject.builder()
        .put("class", fault.faultClass().name())
        .putIfPresent("code", fault.code())
        .putIfPresent("subcode", fault.subcode())
        .put("message", fault.message())
        .build();
  }

  private static GraphFault fault(JsonObject json) {
    return new GraphFault(
        FaultClass.valueOf(text(json, "class")),
        json.text("code"),
        json.text("subcode"),
        text(json, "message"),
        null);
  }

  private static JsonObject returned(HandoffReturn returned) {
    return JsonObject.builder()
        .put("keys", JsonArray.ofTexts(returned.keys()))
        .put("bytes", returned.bytes())
        .put("collisions", JsonArray.ofTexts(returned.collisions()))
        .putIfPresent("error", returned.error())
        .build();
  }

  private static HandoffReturn returned(JsonObject json) {
    return new HandoffReturn(
        texts(json, "keys"),
        (int) number(json, "bytes"),
        texts(json, "collisions"),
        json.text("error"));
  }
}
