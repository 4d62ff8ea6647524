package dev.baton.survey.core.machine;

import dev.baton.survey.core.form.Field;
import dev.baton.survey.core.inbound.Happening.ControlPassed;
import dev.baton.survey.core.inbound.Happening.ControlTaken;
import dev.baton.survey.core.participant.HandoffReturn;
import dev.baton.survey.core.participant.LastHandoff;
import dev.baton.survey.core.participant.OpenHandoff;
import dev.baton.survey.core.participant.RunningWait;
import dev.baton.survey.core.participant.event.SurveyEvent;
import dev.baton.survey.core.waiting.WaitEvent;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What it means that another app passed or took the thread. Source: survey spec §2.5 and §6.6. */
final class Returns {
  private Returns() {}

  /** Control was taken; only the owner is noted. */
  static void taken(Turn turn, ControlTaken happening) {
    if (turn.before().version() == 0) {
      turn.inert("unknown_participant");
      return;
    }
    turn.inert("thread_taken");
    noteOwner(turn, happening.newOwner());
  }

  /** Control was passed. */
  static void passed(Turn turn, ControlPassed happening, long timestamp) {
    RunningWait wait = turn.participant().waiting();
    if (wait != null && timestamp < wait.armed().since()) {
      turn.inert("stale_return");
      return;
    }
    String newOwner = happening.newOwner();
    if (newOwner != null && !newOwner.equals(turn.context().ourAppId())) {
      turn.inert("passed_to_other_app");
      noteOwnerOfKnown(turn, newOwner);
      return;
    }
    String previous = happening.previousOwner();
    if (previous == null) {
      released(turn);
    } else {
      returned(turn, happening, previous, timestamp);
    }
    if (!turn.events().isEmpty()) {
      noteOwner(turn, newOwner);
    }
  }

  /** The platform released the thread because it went idle. */
  private static void released(Turn turn) {
    RunningWait wait = turn.participant().waiting();
    if (turn.participant().handoff() != null && wait != null && !wait.suspended()) {
      Waiting.finish(turn, Trigger.IDLE);
    } else if (!Blocking.ownerCameBack(turn)) {
      turn.inert("released");
    }
  }

  private static void returned(
      Turn turn, ControlPassed happening, String previous, long timestamp) {
    OpenHandoff handoff = turn.participant().handoff();
    if (handoff != null && handoff.target().equals(previous)) {
      returnedByTarget(turn, handoff, happening, previous, timestamp);
      return;
    }
    noteLate(turn, previous, timestamp);
    if (handoff == null && turn.participant().waiting() != null) {
      returnedInPlainWait(turn, happening, previous, timestamp);
    } else if (!Waiting.endOverdue(turn) && !Blocking.ownerCameBack(turn)) {
      turn.inert(handoff == null ? "late_return" : "foreign_return");
    }
  }

  private static void returnedByTarget(
      Turn turn, OpenHandoff handoff, ControlPassed happening, String previous, long timestamp) {
    Field field = turn.field();
    boolean isChain = field != null && Handoffs.plan(field).isChain();
    HandoffReturn what = HandoffValues.merge(turn, happening.metadata(), handoff.step(), isChain);
    turn.emit(new SurveyEvent.ThreadReturned(what));
    Waiting.set(turn, new WaitEvent.Returned(previous, happening.metadata()), timestamp);
    Waiting.evaluate(turn, Trigger.RETURN);
    if (turn.participant().waiting() != null) {
      Blocking.ownerCameBack(turn);
    }
  }

  private static void returnedInPlainWait(
      Turn turn, ControlPassed happening, String previous, long timestamp) {
    WaitEvent event = new WaitEvent.Returned(previous, happening.metadata());
    RunningWait wait = turn.participant().waiting();
    if (wait == null || !wait.armed().canBeSetBy(event, timestamp)) {
      if (!Waiting.endOverdue(turn) && !Blocking.ownerCameBack(turn)) {
        turn.inert("foreign_return");
      }
      return;
    }
    HandoffValues.mergePlain(turn, happening.metadata());
    Waiting.set(turn, event, timestamp);
    Waiting.evaluate(turn, Trigger.RETURN);
    Blocking.ownerCameBack(turn);
  }

  /** Notes in the record of the last handoff, once, that its target came back after all. */
  private static void noteLate(Turn turn, String previous, long timestamp) {
    LastHandoff last = turn.participant().lastHandoff();
    if (last != null && !last.lateNoted() && last.target().equals(previous)) {
      turn.emit(new SurveyEvent.LateReturnNoted(last.id()));
      HandoffRecord.returnedLate(turn, last.id(), timestamp);
    }
  }

  private static void noteOwnerOfKnown(Turn turn, String owner) {
    if (turn.before().version() > 0) {
      noteOwner(turn, owner);
    }
  }

  private static void noteOwner(Turn turn, @Nullable String owner) {
    if (!Objects.equals(turn.participant().contact().threadOwner(), owner)) {
      turn.emit(new SurveyEvent.ThreadOwnerNoted(owner));
    }
  }
}
