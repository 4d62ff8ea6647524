package dev.baton.survey.core.machine;

import dev.baton.survey.core.participant.OpenQuestion;
import dev.baton.survey.core.participant.event.SurveyEvent;

/** Forms that have closed. Source: survey spec §4.4. */
final class Closing {
  private Closing() {}

  /** Whether the survey's form is closed now. */
  static boolean isClosed(Turn turn) {
    return turn.form().options().isClosedAt(turn.now());
  }

  /** Says so, once, and ends the survey. */
  static void close(Turn turn, String ref) {
    Speaking.closed(turn, ref);
    turn.emit(new SurveyEvent.SurveyEnded(new OpenQuestion(ref, turn.happenedAt(), null)));
  }
}
