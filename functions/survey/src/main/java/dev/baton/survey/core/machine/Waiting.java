package dev.baton.survey.core.machine;

import dev.baton.survey.core.form.Field;
import dev.baton.survey.core.participant.Episode.Cause;
import dev.baton.survey.core.participant.Participant;
import dev.baton.survey.core.participant.ParticipantError;
import dev.baton.survey.core.participant.RunningWait;
import dev.baton.survey.core.participant.State;
import dev.baton.survey.core.participant.Timer;
import dev.baton.survey.core.participant.command.Firing;
import dev.baton.survey.core.participant.event.SurveyEvent;
import dev.baton.survey.core.waiting.ArmedNode;
import dev.baton.survey.core.waiting.ArmedWait;
import dev.baton.survey.core.waiting.ArmedWaits;
import dev.baton.survey.core.waiting.Arming;
import dev.baton.survey.core.waiting.Wait;
import dev.baton.survey.core.waiting.WaitEvent;
import org.jspecify.annotations.Nullable;

/** Arming waits, setting their leaves and ending them. Source: survey spec §5.3 and §5.4. */
final class Waiting {
  private Waiting() {}

  /** Comes to a field with a plain wait; the next field when the wait is true already. */
  static @Nullable Field reach(Turn turn, Field field) {
    Wait wait = field.plainWait();
    if (wait == null) {
      throw new IllegalStateException("no wait at " + field.ref());
    }
    return switch (arm(turn, wait, turn.happenedAt(), null)) {
      case Arming.Unreadable(String text) -> {
        Failing.fail(
            turn,
            ParticipantError.WAIT_INVALID,
            "The time '" + text + "' of the wait at '" + field.ref() + "' does not read.",
            new Cause.Field(field.ref()));
        yield null;
      }
      case Arming.Armed(ArmedWait armed, int missing) -> {
        Speaking.open(turn, field);
        turn.emit(
            new SurveyEvent.WaitArmed(
                Walking.question(turn, field), new RunningWait(armed, null, false)));
        yield isTrue(turn, armed, countsTime(turn)) ? passBy(turn, field) : null;
      }
    };
  }

  private static @Nullable Field passBy(Turn turn, Field field) {
    end(turn, field);
    return Walking.leave(turn, field);
  }

  /** Arms a wait of the survey's form; the guard bounds the wait of a handoff. */
  static Arming arm(Turn turn, Wait wait, long since, @Nullable Long guardMillis) {
    return ArmedWaits.arm(
        wait, turn.values(), turn.form().options().timeRules(), since, turn.now(), guardMillis);
  }

  /**
   * Whether time moves waits in this decision. Where timers are manual, only an operator's firing
   * does.
   */
  static boolean countsTime(Turn turn) {
    return !turn.settings().manualTimers();
  }

  static boolean isTrue(Turn turn, ArmedWait armed, boolean countsTime) {
    return countsTime ? armed.isTrue(turn.now()) : armed.isTrue();
  }

  /** Sets the leaves that the event sets; whether there was any. */
  static boolean set(Turn turn, WaitEvent event, long timestamp) {
    RunningWait wait = turn.participant().waiting();
    if (wait == null) {
      return false;
    }
    ArmedWait after = wait.armed().on(event, timestamp);
    if (after.bits() == wait.armed().bits()) {
      return false;
    }
    turn.emit(new SurveyEvent.WaitChanged(wait.with(after)));
    return true;
  }

  /** Ends the wait if it is true now, for that reason, and goes on. */
  static void evaluate(Turn turn, Trigger trigger) {
    RunningWait wait = turn.participant().waiting();
    if (wait != null && isTrue(turn, wait.armed(), countsTime(turn) && !wait.suspended())) {
      finish(turn, trigger);
    }
  }

  /**
   * Lets a wait end whose time has come; whether it did. Comes before everything that sets no leaf.
   */
  static boolean endOverdue(Turn turn) {
    RunningWait wait = turn.participant().waiting();
    if (wait == null || wait.suspended() || !countsTime(turn)) {
      return false;
    }
    if (!isTrue(turn, wait.armed(), true)) {
      return false;
    }
    finish(turn, Trigger.TIME);
    return true;
  }

  /** The wait's timer fired. */
  static void fired(Turn turn, long round, Firing firing) {
    RunningWait wait = turn.participant().waiting();
    Timer timer = wait == null ? null : wait.timer();
    if (wait == null || timer == null || timer.round() != round) {
      turn.inert("stale_timer");
      return;
    }
    if (firing == Firing.SCHEDULER && turn.settings().manualTimers()) {
      turn.inert("manual_timers");
      return;
    }
    turn.timers().waitFired(round);
    long time = firing == Firing.FORCED ? Math.max(turn.now(), timer.due()) : turn.now();
    ArmedWait after = wait.armed().at(time);
    if (!after.isTrue()) {
      turn.timers().armWaitAgain();
      return;
    }
    finish(turn, Trigger.TIME);
  }

  /** Ends the wait and goes on; out of BLOCKED it drops what is parked. */
  static void finish(Turn turn, Trigger trigger) {
    Participant participant = turn.participant();
    Field field = turn.field();
    if (field == null) {
      throw new IllegalStateException("a wait without its field");
    }
    if (participant.state() == State.BLOCKED) {
      Blocking.abandon(turn);
    }
    if (participant.handoff() != null) {
      Handoffs.finish(turn, field, trigger);
    } else {
      end(turn, field);
      Walking.goOn(turn, field);
    }
  }

  /** The wait at the field is over. */
  static void end(Turn turn, Field field) {
    turn.emit(new SurveyEvent.WaitEnded());
    if (field.notifyPermission()) {
      turn.spendTokenNext();
    }
  }

  /** Whether the wait listens to the participant's messages. */
  static boolean listens(RunningWait wait) {
    return listens(wait.armed().tree());
  }

  private static boolean listens(ArmedNode node) {
    return switch (node) {
      case ArmedNode.UserMessage message -> true;
      case ArmedNode.Timeout timeout -> false;
      case ArmedNode.External external -> false;
      case ArmedNode.HandoffReturn handoffReturn -> false;
      case ArmedNode.Combined(var operator, var parts) -> parts.stream().anyMatch(Waiting::listens);
    };
  }
}
