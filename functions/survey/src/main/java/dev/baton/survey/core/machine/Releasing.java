package dev.baton.survey.core.machine;

import dev.baton.core.json.Json;
import dev.baton.survey.core.form.Field;
import dev.baton.survey.core.form.Form;
import dev.baton.survey.core.participant.Episode;
import dev.baton.survey.core.participant.Episode.Cause;
import dev.baton.survey.core.participant.OperatorBlock;
import dev.baton.survey.core.participant.Outbox;
import dev.baton.survey.core.participant.Participant;
import dev.baton.survey.core.participant.RunningWait;
import dev.baton.survey.core.participant.State;
import dev.baton.survey.core.participant.Timer;
import dev.baton.survey.core.participant.command.ReleaseAction;
import dev.baton.survey.core.participant.effect.Effect;
import dev.baton.survey.core.participant.effect.OutboxEntry;
import dev.baton.survey.core.participant.event.SurveyEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What operators do to a participant. Source: survey spec §8, {@code survey-release}. */
final class Releasing {
  private Releasing() {}

  static void released(Turn turn, ReleaseAction action, @Nullable Long seenTurn) {
    if (dependsOnTurn(action) && seenTurn != null && seenTurn != turn.before().turn()) {
      turn.refuse("CONFLICT", "The participant has moved on since turn " + seenTurn + ".");
      return;
    }
    boolean blocked = turn.state() == State.USER_BLOCKED;
    switch (action) {
      case ReleaseAction.Block() -> block(turn);
      case ReleaseAction.Unblock() -> unblock(turn);
      case ReleaseAction.Reset() -> reset(turn);
      case ReleaseAction.Continue() when !blocked -> goOn(turn);
      case ReleaseAction.Retry() when !blocked -> retry(turn);
      case ReleaseAction.Move(String shortcode, var hidden) when !blocked ->
          move(turn, shortcode, hidden);
      case ReleaseAction.Continue() -> nothingTo(turn);
      case ReleaseAction.Retry() -> nothingTo(turn);
      case ReleaseAction.Move move -> nothingTo(turn);
    }
  }

  private static boolean dependsOnTurn(ReleaseAction action) {
    return switch (action) {
      case ReleaseAction.Continue() -> true;
      case ReleaseAction.Retry() -> true;
      case ReleaseAction.Move move -> true;
      case ReleaseAction.Block() -> false;
      case ReleaseAction.Unblock() -> false;
      case ReleaseAction.Reset() -> false;
    };
  }

  private static void nothingTo(Turn turn) {
    turn.refuse(
        "NOTHING_TO_RELEASE", "In state " + turn.state() + " there is nothing of that kind.");
  }

  private static void goOn(Turn turn) {
    switch (turn.state()) {
      case WAIT_EXTERNAL_EVENT -> Waiting.finish(turn, Trigger.RELEASE);
      case BLOCKED -> skipBlocked(turn);
      case ERROR -> skipFaulty(turn);
      case START, QOUT, END, USER_BLOCKED -> nothingTo(turn);
    }
  }

  /** Skips the refused message; if that was the question itself, the question with it. */
  private static void skipBlocked(Turn turn) {
    Participant participant = turn.participant();
    Episode episode = participant.episode();
    Field field = turn.field();
    if (participant.waiting() != null) {
      Waiting.finish(turn, Trigger.RELEASE);
    } else if (episode != null && episode.cause() instanceof Cause.FailedHandoff && field != null) {
      Blocking.abandon(turn);
      Walking.goOn(turn, field);
    } else if (isQuestionRefused(participant) && field != null) {
      Blocking.abandon(turn);
      Walking.goOn(turn, field);
    } else {
      turn.emit(new SurveyEvent.ParkedDropped(false));
      Blocking.resume(turn, true);
      turn.emit(new SurveyEvent.EpisodeEnded());
    }
  }

  /** Whether the question stands behind the refused message in no other message of its own. */
  private static boolean isQuestionRefused(Participant participant) {
    Outbox outbox = participant.outbox();
    Episode episode = participant.episode();
    boolean asks = episode != null && episode.before() == State.QOUT;
    OutboxEntry first = outbox.parked().isEmpty() ? null : outbox.parked().getFirst();
    String opener = participant.question() == null ? null : participant.question().openedBy();
    return asks && first != null && (first.id().equals(opener) || outbox.parked().size() == 1);
  }

  private static void skipFaulty(Turn turn) {
    Episode episode = turn.participant().episode();
    Field field =
        episode != null
                && episode.cause() instanceof Cause.Field(String ref)
                && turn.participant().survey() != null
            ? turn.form().field(ref)
            : null;
    if (field == null) {
      nothingTo(turn);
      return;
    }
    turn.emit(new SurveyEvent.EpisodeEnded());
    Walking.goOn(turn, field);
  }

  private static void retry(Turn turn) {
    switch (turn.state()) {
      case BLOCKED -> Blocking.resume(turn, true);
      case ERROR -> retryFaulty(turn);
      case START, QOUT, WAIT_EXTERNAL_EVENT, END, USER_BLOCKED -> nothingTo(turn);
    }
  }

  private static void retryFaulty(Turn turn) {
    Episode episode = turn.participant().episode();
    switch (episode == null ? new Cause.Nothing() : episode.cause()) {
      case Cause.Link(String shortcode, var values) -> Entry.open(turn, shortcode, values);
      case Cause.Field(String ref) -> {
        Field field = turn.participant().survey() == null ? null : turn.form().field(ref);
        if (field == null) {
          nothingTo(turn);
          return;
        }
        turn.emit(new SurveyEvent.EpisodeEnded());
        Walking.enter(turn, field);
      }
      case Cause.RefusedEffect refused -> nothingTo(turn);
      case Cause.FailedHandoff handoff -> nothingTo(turn);
      case Cause.Nothing() -> nothingTo(turn);
    }
  }

  private static void move(Turn turn, String shortcode, Map<String, Json> hidden) {
    Form form = turn.newest(shortcode);
    if (form == null) {
      turn.refuse("FORM_NOT_FOUND", "There is no form '" + shortcode + "' on this page.");
      return;
    }
    Entry.leaveCurrent(turn, Trigger.RELEASE);
    Field first =
        turn.participant().survey() == null
            ? Entry.startAt(turn, form, hidden)
            : Stitching.start(turn, form, hidden);
    if (first != null) {
      Walking.enter(turn, first);
    }
  }

  private static void block(Turn turn) {
    if (turn.state() == State.USER_BLOCKED) {
      turn.inert("already_blocked");
      return;
    }
    turn.emit(new SurveyEvent.OperatorBlocked());
  }

  private static void unblock(Turn turn) {
    OperatorBlock block = turn.participant().operatorBlock();
    if (turn.state() != State.USER_BLOCKED || block == null) {
      nothingTo(turn);
      return;
    }
    turn.emit(new SurveyEvent.OperatorUnblocked());
    doubtInterrupted(turn);
    fireMissedTimers(turn);
  }

  private static void reset(Turn turn) {
    if (turn.participant().operatorBlock() != null) {
      turn.emit(new SurveyEvent.OperatorUnblocked());
      keepControl(turn);
    }
    Entry.reset(turn);
  }

  /** Of what a block held back, messages go and control of the thread stays to be taken. */
  private static void keepControl(Turn turn) {
    for (OutboxEntry entry : turn.participant().outbox().entries()) {
      if (entry.effect() instanceof Effect.Send && !entry.isStarted()) {
        Delivering.drop(turn, entry, null);
      }
    }
    waitForHead(turn);
  }

  /** What a delivery had in hand when the block came, and never reported, is in doubt. */
  private static void doubtInterrupted(Turn turn) {
    OutboxEntry head = turn.participant().outbox().head();
    if (head == null) {
      return;
    }
    if (head.isConfirmed()) {
      Delivering.complete(turn, head);
    } else if (head.isStarted() && head.effect().callsGraph()) {
      Retrying.doubt(turn, head, turn.now() + turn.context().echoGraceMillis());
    } else if (head.isStarted()) {
      turn.emit(new SurveyEvent.EffectDelayed(head.id(), 0));
    } else {
      waitForHead(turn);
    }
  }

  /** A head that waits has a timer, also when its doubt arose during the block. */
  private static void waitForHead(Turn turn) {
    Outbox outbox = turn.participant().outbox();
    OutboxEntry head = outbox.head();
    if (head != null && Retrying.waits(head) && outbox.retry() == null) {
      turn.timers().retryAt(turn.now() + turn.context().echoGraceMillis());
    }
  }

  /** Timers that fired while the participant was blocked are set again. */
  private static void fireMissedTimers(Turn turn) {
    RunningWait wait = turn.participant().waiting();
    if (wait != null && isPast(turn, wait.timer())) {
      turn.timers().armWaitAgain();
    }
    Timer reminder = turn.participant().position().followUp();
    if (reminder != null && isPast(turn, reminder)) {
      turn.timers().remindAt(reminder.due());
    }
    Timer retry = turn.participant().outbox().retry();
    if (retry != null && isPast(turn, retry) && turn.timers().retryAt() == null) {
      turn.timers().retryAt(retry.due());
    }
  }

  private static boolean isPast(Turn turn, @Nullable Timer timer) {
    return timer != null && timer.due() <= turn.now();
  }
}
