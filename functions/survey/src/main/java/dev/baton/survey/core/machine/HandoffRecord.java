package dev.baton.survey.core.machine;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.form.Field;
import dev.baton.survey.core.handoff.HandoffOutcome;
import dev.baton.survey.core.participant.HandoffReturn;
import dev.baton.survey.core.participant.OpenHandoff;
import dev.baton.survey.core.participant.Participant;
import dev.baton.survey.core.participant.effect.GraphFault;
import dev.baton.survey.core.participant.effect.HandoffId;
import dev.baton.survey.core.waiting.ArmedWait;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The row of one handoff. Source: survey spec §6.8. */
final class HandoffRecord {
  private HandoffRecord() {}

  /** The names of what the target is told. */
  static Json keys(Json metadata) {
    return metadata instanceof JsonObject object
        ? JsonArray.ofTexts(object.members().stream().map(JsonObject.Member::name).toList())
        : JsonArray.EMPTY;
  }

  static void opened(Turn turn, Field field, OpenHandoff handoff, ArmedWait armed, Json sentKeys) {
    Participant participant = turn.participant();
    JsonObject.Builder members =
        JsonObject.builder()
            .put("handoff_id", handoff.id().text(participant.pageId(), participant.userId()))
            .put("page_id", participant.pageId())
            .put("user_id", participant.userId())
            .put("shortcode", turn.survey().shortcode())
            .put("form_version", turn.survey().formVersion())
            .put("ref", field.ref())
            .put("step", handoff.step())
            .put("target_app_id", handoff.target())
            .put("started_at", handoff.startedAt())
            .put("sent_keys", sentKeys);
    OptionalLong due = armed.due();
    if (due.isPresent()) {
      members.put("deadline", due.getAsLong());
    }
    turn.handoffRow(handoff.id(), members.build());
  }

  static void passed(Turn turn, HandoffId id, int attempts) {
    JsonObject.Builder members = JsonObject.builder();
    members.put("passed_at", turn.now()).put("pass_attempts", attempts);
    turn.handoffRow(id, members.build());
  }

  static void closed(
      Turn turn,
      OpenHandoff handoff,
      HandoffOutcome outcome,
      String endedBy,
      HandoffEnding.Passing passing) {
    boolean counts = passing != HandoffEnding.Passing.NOT_BEGUN && handoff.returned() == null;
    int attempts = handoff.passAttempts() + (counts || handoff.isPassed() ? 1 : 0);
    JsonObject.Builder members =
        JsonObject.builder()
            .put("ended_at", turn.now())
            .put("duration_ms", durationMillis(turn, handoff))
            .put("outcome", outcome.wireName())
            .put("ended_by", endedBy)
            .put("pass_attempts", attempts);
    if (handoff.passedAt() != null) {
      members.put("control_ms", Math.max(0, turn.now() - handoff.passedAt()));
    }
    if (outcome == HandoffOutcome.FAILED && handoff.passError() != null) {
      members.put("error", error(handoff.passError()));
    }
    returned(members, handoff.returned());
    turn.handoffRow(handoff.id(), members.build());
  }

  private static void returned(JsonObject.Builder members, @Nullable HandoffReturn returned) {
    if (returned != null) {
      members
          .put("returned_keys", JsonArray.ofTexts(returned.keys()))
          .put("returned_bytes", returned.bytes())
          .put("collisions", JsonArray.ofTexts(returned.collisions()))
          .putIfPresent("metadata_error", returned.error());
    }
  }

  static void takeFailed(Turn turn, HandoffId id, @Nullable GraphFault fault) {
    JsonObject what =
        fault == null ? JsonObject.builder().put("message", "no answer").build() : error(fault);
    turn.handoffRow(id, JsonObject.builder().put("take_error", what).build());
  }

  static void returnedLate(Turn turn, HandoffId id, long timestamp) {
    turn.handoffRow(id, JsonObject.builder().put("late_return_at", timestamp).build());
  }

  static long durationMillis(Turn turn, OpenHandoff handoff) {
    return Math.max(0, turn.now() - handoff.startedAt());
  }

  private static JsonObject error(GraphFault fault) {
    return JsonObject.builder()
        .putIfPresent("code", fault.code())
        .putIfPresent("subcode", fault.subcode())
        .put("message", fault.message())
        .build();
  }
}
