package dev.baton.survey.core.machine;

import dev.baton.survey.core.handoff.HandoffOutcome;
import dev.baton.survey.core.participant.LastHandoff;
import dev.baton.survey.core.participant.OpenHandoff;
import dev.baton.survey.core.participant.Outbox;
import dev.baton.survey.core.participant.RunningWait;
import dev.baton.survey.core.participant.effect.Effect;
import dev.baton.survey.core.participant.effect.GraphFault;
import dev.baton.survey.core.participant.effect.HandoffId;
import dev.baton.survey.core.participant.effect.OutboxEntry;
import dev.baton.survey.core.participant.event.SurveyEvent;
import dev.baton.survey.core.render.ThreadControl;
import org.jspecify.annotations.Nullable;

/**
 * How a handoff ends: its outcome, its record, its hidden values, and control taken back. Source:
 * survey spec §6.5.
 */
final class HandoffEnding {
  private HandoffEnding() {}

  /** Closes the open handoff and its record; a suspended one has been closed before. */
  static HandoffOutcome close(Turn turn, Trigger trigger, boolean isChain) {
    OpenHandoff handoff = Handoffs.handoff(turn);
    RunningWait wait = turn.participant().waiting();
    Passing passing = passing(turn, handoff);
    HandoffOutcome outcome = outcome(handoff, wait, passing, trigger);
    withdrawPass(turn, handoff.id());
    if (wait != null && wait.suspended()) {
      return outcome;
    }
    String endedBy = endedBy(outcome, trigger);
    HandoffRecord.closed(turn, handoff, outcome, endedBy, passing);
    HandoffValues.ended(turn, handoff, outcome, isChain);
    turn.emit(new SurveyEvent.HandoffEnded(last(turn, handoff), outcome));
    if (takesControl(outcome) && passing != Passing.NOT_BEGUN) {
      takeControl(turn, handoff, endedBy);
    }
    return outcome;
  }

  /**
   * Closes the record of a handoff whose transition message was refused; its wait stays, suspended.
   */
  static void suspend(Turn turn, GraphFault fault) {
    OpenHandoff handoff = Handoffs.handoff(turn).notBegun(fault);
    HandoffRecord.closed(
        turn, handoff, HandoffOutcome.FAILED, Trigger.ERROR.endedBy(), Passing.NOT_BEGUN);
    HandoffValues.ended(turn, handoff, HandoffOutcome.FAILED, false);
    turn.emit(new SurveyEvent.HandoffSuspended(last(turn, handoff)));
  }

  private static LastHandoff last(Turn turn, OpenHandoff handoff) {
    return new LastHandoff(handoff.id(), handoff.target(), turn.now(), false);
  }

  private static HandoffOutcome outcome(
      OpenHandoff handoff, @Nullable RunningWait wait, Passing passing, Trigger trigger) {
    if (handoff.returned() != null) {
      return HandoffOutcome.RETURNED;
    }
    return switch (trigger) {
      case ERROR -> HandoffOutcome.FAILED;
      case RETURN -> HandoffOutcome.RETURNED;
      case IDLE -> HandoffOutcome.IDLE;
      case REFERRAL, RESET, RELEASE -> HandoffOutcome.CANCELLED;
      case TIME -> byTime(passing);
      case USER_MESSAGE, SIGNAL -> {
        boolean needsTime = wait == null || !wait.armed().isTrue();
        yield needsTime ? byTime(passing) : HandoffOutcome.CANCELLED;
      }
    };
  }

  private static HandoffOutcome byTime(Passing passing) {
    return passing == Passing.NOT_BEGUN ? HandoffOutcome.FAILED : HandoffOutcome.TIMED_OUT;
  }

  private static String endedBy(HandoffOutcome outcome, Trigger trigger) {
    return switch (outcome) {
      case FAILED -> Trigger.ERROR.endedBy();
      case RETURNED -> Trigger.RETURN.endedBy();
      case IDLE -> Trigger.IDLE.endedBy();
      case TIMED_OUT -> Trigger.TIME.endedBy();
      case CANCELLED -> trigger.endedBy();
    };
  }

  private static boolean takesControl(HandoffOutcome outcome) {
    return switch (outcome) {
      case FAILED, TIMED_OUT, CANCELLED -> true;
      case RETURNED, IDLE -> false;
    };
  }

  private static void takeControl(Turn turn, OpenHandoff handoff, String endedBy) {
    String userId = turn.participant().userId();
    String handoffId = handoff.id().text(turn.participant().pageId(), userId);
    long seconds = HandoffRecord.durationMillis(turn, handoff) / 1000;
    turn.add(
        Draft.of(id ->
            new Effect.TakeThread(
                id,
                ThreadControl.take(userId, endedBy, handoffId, handoff.target(), seconds),
                handoff.id())));
  }

  /** How far passing the thread is. */
  static Passing passing(Turn turn, OpenHandoff handoff) {
    if (handoff.isPassed()) {
      return Passing.DONE;
    }
    OutboxEntry entry = passEntry(turn.participant().outbox(), handoff.id());
    return entry != null && (entry.isStarted() || entry.doubts() > 0)
        ? Passing.UNDER_WAY
        : Passing.NOT_BEGUN;
  }

  /** A pass that nobody has in hand is not made any more. */
  private static void withdrawPass(Turn turn, HandoffId handoff) {
    if (turn.withdrawPass(handoff)) {
      return;
    }
    OutboxEntry entry = passEntry(turn.participant().outbox(), handoff);
    if (entry != null && !entry.isStarted()) {
      Retrying.forget(turn, entry);
      turn.emit(new SurveyEvent.EffectDropped(entry.effect(), null));
    }
  }

  static @Nullable OutboxEntry passEntry(Outbox outbox, HandoffId handoff) {
    for (OutboxEntry entry : outbox.entries()) {
      if (entry.effect() instanceof Effect.PassThread pass && pass.handoff().equals(handoff)) {
        return entry;
      }
    }
    return null;
  }

  /** How far passing the thread is when a handoff ends. */
  enum Passing {
    /** Not tried, or refused: the target never had the thread. */
    NOT_BEGUN,
    /** Started, or without a known result: the target may have the thread. */
    UNDER_WAY,
    /** The target has had the thread. */
    DONE
  }
}
