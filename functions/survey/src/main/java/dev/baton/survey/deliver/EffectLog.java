package dev.baton.survey.deliver;

import dev.baton.core.json.JsonObject;
import dev.baton.shell.aws.SqsDeadLetters;
import dev.baton.shell.log.Log;
import dev.baton.shell.metric.Metrics;
import dev.baton.survey.core.participant.effect.Effect;
import dev.baton.survey.core.participant.effect.Effect.ArmTimer;
import dev.baton.survey.core.participant.effect.Effect.CancelTimer;
import dev.baton.survey.core.participant.effect.Effect.PassThread;
import dev.baton.survey.core.participant.effect.Effect.Send;
import dev.baton.survey.core.participant.effect.Effect.TakeThread;
import dev.baton.survey.core.participant.effect.GraphFault;
import dev.baton.survey.graph.GraphResult;
import dev.baton.survey.store.ParticipantKey;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Says what became of effects: one log line per attempt, named after what was asked of Graph or the
 * scheduler, and metrics. A timer that could not be set or deleted is kept as a dead letter,
 * because the survey goes on without it.
 */
final class EffectLog {
  private final Log log;
  private final Metrics metrics;
  private final SqsDeadLetters deadLetters;

  EffectLog(Log log, Metrics metrics, SqsDeadLetters deadLetters) {
    this.log = log;
    this.metrics = metrics;
    this.deadLetters = deadLetters;
  }

  /** Somebody else made this attempt, or is making it. */
  void claimed(ParticipantKey participant, Effect effect, int attempt) {
    Map<String, Object> fields = fields(participant, effect, attempt, "claimed_by_another");
    log.warn(name(effect), fields);
    count(effect, "claimed_by_another");
  }

  void performed(ParticipantKey participant, Effect effect, int attempt, GraphResult result) {
    switch (result) {
      case GraphResult.Done() -> {
        log.info(name(effect), fields(participant, effect, attempt, "done"));
        count(effect, "done");
      }
      case GraphResult.Unclear(String reason) -> {
        Map<String, Object> fields = fields(participant, effect, attempt, "unknown");
        fields.put("reason", reason);
        log.warn(name(effect), fields);
        count(effect, "unknown");
      }
      case GraphResult.Refused(GraphFault fault) -> refused(participant, effect, attempt, fault);
    }
  }

  private void refused(ParticipantKey participant, Effect effect, int attempt, GraphFault fault) {
    Map<String, Object> fields = fields(participant, effect, attempt, "refused");
    fields.put("class", fault.faultClass().name());
    fields.put("code", String.valueOf(fault.code()));
    fields.put("subcode", String.valueOf(fault.subcode()));
    fields.put("message", fault.message());
    log.error(name(effect), fields);
    count(effect, "refused");
    if (!effect.callsGraph()) {
      keep(fields);
    }
  }

  private void keep(Map<String, Object> fields) {
    JsonObject.Builder letter = JsonObject.builder().put("source", "deliver");
    fields.forEach((name, value) -> letter.put(name, value.toString()));
    deadLetters.put(letter.build());
  }

  private void count(Effect effect, String result) {
    metrics.count("effect_" + result, Map.of("effect", name(effect)));
  }

  private static Map<String, Object> fields(
      ParticipantKey participant, Effect effect, int attempt, String result) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("page_id", participant.pageId());
    fields.put("user_id", participant.userId());
    fields.put("effect_id", effect.id());
    fields.put("attempt", attempt);
    fields.put("result", result);
    switch (effect) {
      case Send send -> {}
      case PassThread pass -> fields.put("target_app_id", pass.target());
      case TakeThread take -> fields.put("handoff_turn", take.handoff().turn());
      case ArmTimer arm -> {
        fields.put("kind", arm.kind().wireName());
        fields.put("round", arm.round());
        fields.put("due", arm.due());
      }
      case CancelTimer cancel -> {
        fields.put("kind", cancel.kind().wireName());
        fields.put("round", cancel.round());
      }
    }
    return fields;
  }

  private static String name(Effect effect) {
    return switch (effect) {
      case Send send -> "send_message";
      case PassThread pass -> "pass_thread_control";
      case TakeThread take -> "take_thread_control";
      case ArmTimer arm -> "arm_timer";
      case CancelTimer cancel -> "cancel_timer";
    };
  }
}
