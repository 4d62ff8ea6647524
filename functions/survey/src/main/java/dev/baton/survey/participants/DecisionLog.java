package dev.baton.survey.participants;

import dev.baton.core.json.JsonObject;
import dev.baton.shell.log.Log;
import dev.baton.shell.metric.Metrics;
import dev.baton.survey.core.handoff.Metadata;
import dev.baton.survey.core.inbound.Happening.ControlPassed;
import dev.baton.survey.core.inbound.Happening.ControlTaken;
import dev.baton.survey.core.inbound.Item;
import dev.baton.survey.core.machine.Decision;
import dev.baton.survey.core.machine.Outcome;
import dev.baton.survey.core.participant.Participant;
import dev.baton.survey.core.participant.command.Command;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Log lines and metrics of decisions, after they are written: one line for what came from another
 * app, from outside or from a timer, whatever it came to, and one for every change. Lines carry
 * ids, names and reasons, never what a person wrote.
 */
public final class DecisionLog {
  private static final String NONE = "none";

  private final Log log;
  private final Metrics metrics;
  private final EventLog events;

  /** Into this function's log and metrics. */
  public DecisionLog(Log log, Metrics metrics) {
    this.log = log;
    this.metrics = metrics;
    this.events = new EventLog(log, metrics);
  }

  void decided(Command command, Participant before, Decision decision, long now) {
    Map<String, Object> fields = who(before);
    outcome(decision, fields);
    switch (command) {
      case Command.Arrived(Item item) -> arrived(item, decision, fields);
      case Command.Signalled(JsonObject event, var id) -> {
        fields.put("type", String.valueOf(event.text("type")));
        log.info("external_event", fields);
      }
      case Command.TimerFired(var kind, long round, var firing) -> {
        fields.put("kind", kind.wireName());
        fields.put("round", round);
        fields.put("firing", firing.name());
        log.info("timer_fired", fields);
        inert(decision);
      }
      case Command.Released released -> {
        fields.put("action", released.action().getClass().getSimpleName());
        log.info("released", fields);
      }
      case Command.EffectDone done -> {}
      case Command.EffectRefused refused -> {}
      case Command.EffectUnclear unclear -> {}
    }
    if (decision.writes()) {
      events.happened(command, before, decision, now);
    }
  }

  void contended(Command command, Participant participant) {
    Map<String, Object> fields = who(participant);
    fields.put("command", command.getClass().getSimpleName());
    log.error("contended", fields);
    metrics.count("contended", Map.of());
  }

  private void arrived(Item item, Decision decision, Map<String, Object> fields) {
    fields.put("timestamp", item.timestamp());
    fields.put("standby", item.standby());
    switch (item.happening()) {
      case ControlPassed(var newOwner, var previousOwner, Metadata metadata) -> {
        fields.put("new_owner", newOwner == null ? NONE : newOwner);
        fields.put("previous_owner", previousOwner == null ? NONE : previousOwner);
        fields.put("metadata", metadata.getClass().getSimpleName());
        log.info("control_passed", fields);
      }
      case ControlTaken(var newOwner, var previousOwner) -> {
        fields.put("new_owner", newOwner == null ? NONE : newOwner);
        fields.put("previous_owner", previousOwner == null ? NONE : previousOwner);
        log.info("control_taken", fields);
      }
      case Record other -> {
        if (decision.outcome() instanceof Outcome.Committed) {
          fields.put("kind", other.getClass().getSimpleName());
          log.info("item_committed", fields);
        }
      }
    }
  }

  // Items are counted by the webhook, which knows how many there were of each reason.
  private void inert(Decision decision) {
    if (decision.outcome() instanceof Outcome.Inert(String reason)) {
      metrics.count("inert_" + reason, Map.of());
    }
  }

  private static void outcome(Decision decision, Map<String, Object> fields) {
    fields.put("turn", decision.next().turn());
    fields.put("state", decision.next().state().name());
    switch (decision.outcome()) {
      case Outcome.Committed() -> fields.put("result", "processed");
      case Outcome.Inert(String reason) -> refusal(fields, "ignored", reason);
      case Outcome.Refused(String code, String message) -> refusal(fields, "refused", code);
      case Outcome.DeadLettered(String reason) -> refusal(fields, "dead_lettered", reason);
      case Outcome.Lacks lacks -> refusal(fields, "undecided", lacks.need().toString());
    }
  }

  private static void refusal(Map<String, Object> fields, String result, String reason) {
    fields.put("result", result);
    fields.put("reason", reason);
  }

  private static Map<String, Object> who(Participant participant) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("page_id", participant.pageId());
    fields.put("user_id", participant.userId());
    return fields;
  }
}
