package dev.baton.survey.core.machine;

import dev.baton.core.json.Json;
import dev.baton.survey.core.handoff.HandoverKeys;
import dev.baton.survey.core.participant.LastHandoff;
import dev.baton.survey.core.participant.OpenHandoff;
import dev.baton.survey.core.participant.effect.Effect;
import dev.baton.survey.core.participant.effect.FaultClass;
import dev.baton.survey.core.participant.effect.GraphFault;
import dev.baton.survey.core.participant.effect.HandoffId;
import dev.baton.survey.core.participant.effect.OutboxEntry;
import dev.baton.survey.core.participant.event.SurveyEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of passing and taking control. Neither blocks by itself. Source: survey spec §6.4 and
 * §6.5.
 */
final class ThreadControlling {
  private ThreadControlling() {}

  /** The thread is the target's; of a handoff that is over the result is ignored. */
  static void passed(Turn turn, HandoffId id) {
    OpenHandoff handoff = turn.participant().handoff();
    if (handoff != null && handoff.id().equals(id) && !handoff.isPassed()) {
      turn.emit(new SurveyEvent.ThreadPassed(turn.now()));
      HandoffRecord.passed(turn, id, handoff.passAttempts() + 1);
    }
  }

  static void passRefused(Turn turn, OutboxEntry entry, Effect.PassThread pass, GraphFault fault) {
    if (entry.doubts() > 0) {
      Delivering.complete(turn, entry);
      return;
    }
    if (!isOpen(turn, pass.handoff())) {
      Delivering.drop(turn, entry, fault);
      dropTake(turn, pass.handoff());
      return;
    }
    Long delay =
        fault.faultClass() == FaultClass.NEVER
            ? null
            : Retrying.controlDelay(entry.status().attempt());
    turn.emit(new SurveyEvent.PassFailed(fault));
    if (delay == null) {
      giveUp(turn, entry, fault);
    } else {
      Retrying.delay(turn, entry, turn.now() + delay);
    }
  }

  static void passUnclear(Turn turn, OutboxEntry entry, Effect.PassThread pass) {
    if (!isOpen(turn, pass.handoff())) {
      Delivering.complete(turn, entry);
      return;
    }
    Long delay = Retrying.controlDelay(entry.status().attempt());
    if (delay == null) {
      // The target may have the thread, so the handoff ends while this still counts as under way.
      Waiting.finish(turn, Trigger.ERROR);
      Delivering.drop(turn, entry, null);
    } else {
      turn.emit(new SurveyEvent.PassFailed(null));
      Retrying.doubt(turn, entry, turn.now() + delay);
    }
  }

  private static boolean isOpen(Turn turn, HandoffId id) {
    OpenHandoff handoff = turn.participant().handoff();
    return handoff != null && handoff.id().equals(id);
  }

  /** The thread was not passed: the handoff ends as failed. */
  private static void giveUp(Turn turn, OutboxEntry entry, GraphFault fault) {
    Delivering.drop(turn, entry, fault);
    Waiting.finish(turn, Trigger.ERROR);
  }

  /** Nothing is taken back that was never passed. */
  private static void dropTake(Turn turn, HandoffId id) {
    for (OutboxEntry entry : turn.participant().outbox().entries()) {
      if (entry.effect() instanceof Effect.TakeThread take && take.handoff().equals(id)) {
        Delivering.drop(turn, entry, null);
      }
    }
  }

  /** Taking control was refused, or its result is unclear, in which case the fault is null. */
  static void takeFailed(
      Turn turn, OutboxEntry entry, Effect.TakeThread take, @Nullable GraphFault fault) {
    boolean never = fault != null && fault.faultClass() == FaultClass.NEVER;
    Long delay = never ? null : Retrying.controlDelay(entry.status().attempt());
    if (delay == null) {
      Delivering.drop(turn, entry, fault);
      HandoffRecord.takeFailed(turn, take.handoff(), fault);
      rememberCode(turn, take.handoff(), fault);
    } else if (fault == null) {
      Retrying.doubt(turn, entry, turn.now() + delay);
    } else {
      Retrying.delay(turn, entry, turn.now() + delay);
    }
  }

  private static void rememberCode(Turn turn, HandoffId id, @Nullable GraphFault fault) {
    LastHandoff last = turn.participant().lastHandoff();
    boolean current = last != null && last.id().equals(id) && turn.participant().handoff() == null;
    if (current && turn.participant().survey() != null) {
      String code = fault == null || fault.code() == null ? "unknown" : fault.code();
      Map<String, Json> hidden = new LinkedHashMap<>(turn.survey().hidden());
      hidden.put(HandoverKeys.TAKE_ERROR_CODE, Json.of(code));
      turn.hidden(hidden);
    }
  }
}
