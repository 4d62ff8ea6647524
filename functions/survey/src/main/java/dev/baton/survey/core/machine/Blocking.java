package dev.baton.survey.core.machine;

import dev.baton.survey.core.form.Field;
import dev.baton.survey.core.participant.Episode;
import dev.baton.survey.core.participant.Episode.Cause;
import dev.baton.survey.core.participant.OpenHandoff;
import dev.baton.survey.core.participant.OpenQuestion;
import dev.baton.survey.core.participant.Outbox;
import dev.baton.survey.core.participant.Participant;
import dev.baton.survey.core.participant.ParticipantError;
import dev.baton.survey.core.participant.RunningWait;
import dev.baton.survey.core.participant.State;
import dev.baton.survey.core.participant.effect.FaultClass;
import dev.baton.survey.core.participant.effect.GraphFault;
import dev.baton.survey.core.participant.effect.OutboxEntry;
import dev.baton.survey.core.participant.event.SurveyEvent;
import dev.baton.survey.core.waiting.ArmedWait;
import dev.baton.survey.core.waiting.Arming;
import org.jspecify.annotations.Nullable;

/** Into BLOCKED and out of it again. Source: survey spec §3.4 and §3.5. */
final class Blocking {
  private Blocking() {}

  /** Graph refused a message: it and everything behind it is parked. */
  static void block(Turn turn, OutboxEntry entry, GraphFault fault) {
    Participant participant = turn.participant();
    Episode before = participant.episode();
    Episode same = before != null && before.isAbout(entry.id()) ? before : null;
    int attempt = same == null ? 1 : same.attempt() + 1;
    long since = same == null ? turn.now() : same.error().ts();
    ParticipantError error =
        new ParticipantError(ParticipantError.FB, fault.code(), fault.message(), since);
    turn.emit(
        new SurveyEvent.Blocked(
            new Episode(
                error,
                participant.state(),
                new Cause.RefusedEffect(entry.id()),
                attempt,
                fault.isNotOwner())));
    planRetry(turn, fault, attempt);
    suspendWait(turn, fault);
  }

  private static void planRetry(Turn turn, GraphFault fault, int attempt) {
    long lastMessageAt = turn.participant().contact().lastMessageAt();
    Long retryAt =
        fault.faultClass() == FaultClass.NEVER
            ? null
            : Retrying.messageRetryAt(turn.now(), attempt, lastMessageAt);
    if (retryAt != null) {
      turn.timers().retryAt(retryAt);
    } else if (turn.participant().outbox().retry() != null) {
      turn.emit(new SurveyEvent.RetryCleared());
    }
  }

  /** A wait whose opening message was not sent does not run. */
  private static void suspendWait(Turn turn, GraphFault fault) {
    RunningWait wait = turn.participant().waiting();
    if (wait == null || wait.suspended() || isOpeningDelivered(turn.participant())) {
      return;
    }
    turn.emit(new SurveyEvent.WaitChanged(wait.suspend()));
    if (turn.participant().handoff() != null) {
      HandoffEnding.suspend(turn, fault);
    }
  }

  /** Whether the message that opened the question is not among the parked ones. */
  static boolean isOpeningDelivered(Participant participant) {
    OpenQuestion question = participant.question();
    return question == null || participant.outbox().parkedEntry(question.openedBy()) == null;
  }

  /** Whether a refused message is the trouble, so that leaving it goes on where it stood. */
  static boolean isAboutMessage(@Nullable Episode episode) {
    return episode != null && episode.cause() instanceof Cause.RefusedEffect;
  }

  /** A handoff failed whose author wants a person to look. */
  static void handoffFailed(Turn turn, OpenHandoff handoff, int step) {
    GraphFault fault = handoff.passError();
    ParticipantError error =
        new ParticipantError(
            ParticipantError.HANDOFF,
            fault == null ? null : fault.code(),
            fault == null ? "The thread was not passed in time." : fault.message(),
            turn.now());
    turn.emit(
        new SurveyEvent.Blocked(
            new Episode(
                error,
                State.WAIT_EXTERNAL_EVENT,
                new Cause.FailedHandoff(step),
                0,
                fault != null && fault.isNotOwner())));
  }

  /** Leaves BLOCKED: the parked effects go again, or the handoff that failed is run anew. */
  static void resume(Turn turn, boolean fromTheStart) {
    Participant participant = turn.participant();
    Episode episode = participant.episode();
    if (participant.state() != State.BLOCKED || episode == null) {
      return;
    }
    boolean delivered = isOpeningDelivered(participant);
    clearRetry(turn);
    turn.emit(new SurveyEvent.Unblocked(fromTheStart ? episode.fromTheStart() : episode));
    switch (episode.cause()) {
      case Cause.FailedHandoff(int step) -> runAgain(turn, step);
      case Cause.RefusedEffect refused -> openAgain(turn, delivered);
      case Cause.Link link -> {}
      case Cause.Field field -> {}
      case Cause.Nothing nothing -> {}
    }
  }

  private static void runAgain(Turn turn, int step) {
    turn.emit(new SurveyEvent.EpisodeEnded());
    Field field = turn.field();
    if (field != null) {
      Handoffs.beginAgain(turn, field, step, step == 1);
    }
  }

  /** What was not delivered opens now: its time begins anew. */
  private static void openAgain(Turn turn, boolean delivered) {
    OpenQuestion question = turn.participant().question();
    if (delivered || question == null) {
      return;
    }
    OpenQuestion opened = new OpenQuestion(question.ref(), turn.happenedAt(), question.openedBy());
    turn.timers().goAhead();
    RunningWait wait = turn.participant().waiting();
    if (wait != null) {
      armAgain(turn, opened, wait);
    } else if (turn.state() == State.QOUT) {
      turn.emit(new SurveyEvent.QuestionOpened(opened));
      Reminding.plan(turn);
    }
  }

  private static void armAgain(Turn turn, OpenQuestion opened, RunningWait wait) {
    Field field = turn.field();
    OpenHandoff handoff = turn.participant().handoff();
    if (field == null) {
      return;
    }
    if (handoff != null) {
      dropPass(turn, handoff);
      Handoffs.beginAgain(turn, field, handoff.step(), false);
      return;
    }
    if (field.plainWait() != null
        && Waiting.arm(turn, field.plainWait(), turn.happenedAt(), null)
            instanceof Arming.Armed(var armed, int missing)) {
      turn.emit(
          new SurveyEvent.WaitArmed(
              opened, new RunningWait(keepingBits(armed, wait), null, false)));
      Waiting.evaluate(turn, Trigger.TIME);
    }
  }

  /** Deadlines begin anew; what has happened has happened. */
  private static ArmedWait keepingBits(ArmedWait armed, RunningWait old) {
    return new ArmedWait(armed.tree(), old.armed().bits(), armed.since(), armed.armedAt());
  }

  private static void dropPass(Turn turn, OpenHandoff handoff) {
    OutboxEntry pass = HandoffEnding.passEntry(turn.participant().outbox(), handoff.id());
    if (pass != null) {
      turn.emit(new SurveyEvent.EffectDropped(pass.effect(), null));
    }
  }

  /** Drops what is parked and the trouble with it, because something else comes in its place. */
  static void abandon(Turn turn) {
    Outbox outbox = turn.participant().outbox();
    if (turn.state() == State.BLOCKED) {
      clearRetry(turn);
    }
    if (!outbox.parked().isEmpty()) {
      turn.emit(new SurveyEvent.ParkedDropped(true));
    }
    if (turn.participant().episode() != null) {
      turn.emit(new SurveyEvent.EpisodeEnded());
    }
  }

  /** The thread is ours again: a block because it was not ends. Whether there was one. */
  static boolean ownerCameBack(Turn turn) {
    Episode episode = turn.participant().episode();
    if (turn.state() != State.BLOCKED || episode == null || !episode.notOwner()) {
      return false;
    }
    resume(turn, true);
    return true;
  }

  private static void clearRetry(Turn turn) {
    if (turn.participant().outbox().retry() != null) {
      turn.emit(new SurveyEvent.RetryCleared());
    }
  }
}
