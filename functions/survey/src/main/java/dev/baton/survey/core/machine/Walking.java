package dev.baton.survey.core.machine;

import dev.baton.survey.core.form.Conduct;
import dev.baton.survey.core.form.Departure;
import dev.baton.survey.core.form.Field;
import dev.baton.survey.core.participant.Episode.Cause;
import dev.baton.survey.core.participant.OpenQuestion;
import dev.baton.survey.core.participant.ParticipantError;
import dev.baton.survey.core.participant.State;
import dev.baton.survey.core.participant.event.SurveyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Going on through a form: from a field to the first one that asks, waits, hands off or ends.
 * Source: survey spec §4.2 and §4.6.
 */
final class Walking {
  /** Fields entered in one decision, beyond which the form must be going round in circles. */
  private static final int LONGEST_WALK = 500;

  /** Messages in the outbox up to which another one is added that nobody has to answer. */
  private static final int LONGEST_BURST = 32;

  private Walking() {}

  /** Enters the field and goes on from it. */
  static void enter(Turn turn, Field field) {
    Field next = field;
    for (int steps = 0; next != null; steps++) {
      if (steps == LONGEST_WALK) {
        Failing.fail(
            turn,
            ParticipantError.INTERNAL,
            "The form goes round in circles at '" + next.ref() + "'.",
            new Cause.Nothing());
        return;
      }
      if (next.conduct() == Conduct.PASSES && isFull(turn)) {
        turn.emit(new SurveyEvent.QuestionOpened(OpenQuestion.ahead(next.ref())));
        return;
      }
      next = step(turn, next);
    }
  }

  private static boolean isFull(Turn turn) {
    return turn.participant().outbox().size() + turn.drafts().size() >= LONGEST_BURST;
  }

  /** Goes on with a burst of messages that was too long for the outbox, once that is empty. */
  static void goOnWithBurst(Turn turn) {
    OpenQuestion question = turn.participant().question();
    boolean waits = turn.state() == State.QOUT && question != null && question.isAhead();
    if (waits && turn.participant().outbox().size() == 0 && turn.drafts().isEmpty()) {
      Field field = turn.field();
      if (field != null) {
        enter(turn, field);
      }
    }
  }

  /** Leaves the field, whose answer or wait is settled, and goes on; a closed form ends instead. */
  static void goOn(Turn turn, Field field) {
    if (Closing.isClosed(turn)) {
      Closing.close(turn, field.ref());
      return;
    }
    Field next = leave(turn, field);
    if (next != null) {
      enter(turn, next);
    }
  }

  /** Leaves the field by its logic; null when the survey has come to rest. */
  static @Nullable Field leave(Turn turn, Field field) {
    Departure departure = turn.form().leave(field, turn.values());
    if (!departure.variables().equals(turn.survey().variables())) {
      turn.emit(new SurveyEvent.VariablesSet(departure.variables()));
    }
    for (int failed = departure.failedCalculations(); failed > 0; failed--) {
      turn.count("calculation_failed");
    }
    return switch (departure.destination()) {
      case Departure.Destination.ToField(Field next) -> next;
      case Departure.Destination.ToForm(var stitch) -> Stitching.follow(turn, field, stitch);
      case Departure.Destination.ToEnd() -> {
        turn.emit(
            new SurveyEvent.SurveyEnded(new OpenQuestion(field.ref(), turn.happenedAt(), null)));
        yield null;
      }
    };
  }

  private static @Nullable Field step(Turn turn, Field field) {
    return switch (field.conduct()) {
      case PASSES -> {
        Speaking.say(turn, field);
        yield leave(turn, field);
      }
      case ASKS -> {
        ask(turn, field);
        yield null;
      }
      case WAITS -> Waiting.reach(turn, field);
      case HANDS_OFF -> Handoffs.reach(turn, field);
      case STITCHES -> Stitching.reach(turn, field);
      case ENDS -> {
        Speaking.open(turn, field);
        turn.emit(new SurveyEvent.SurveyEnded(question(turn, field)));
        yield null;
      }
    };
  }

  private static void ask(Turn turn, Field field) {
    Speaking.open(turn, field);
    turn.emit(new SurveyEvent.QuestionOpened(question(turn, field)));
    Reminding.plan(turn);
  }

  static OpenQuestion question(Turn turn, Field field) {
    return new OpenQuestion(field.ref(), turn.happenedAt(), null);
  }
}
