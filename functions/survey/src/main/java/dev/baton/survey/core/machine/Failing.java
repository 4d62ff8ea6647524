package dev.baton.survey.core.machine;

import dev.baton.survey.core.participant.Episode;
import dev.baton.survey.core.participant.Episode.Cause;
import dev.baton.survey.core.participant.ParticipantError;
import dev.baton.survey.core.participant.event.SurveyEvent;

/** The way into ERROR: nothing is sent any more, and somebody has to look. */
final class Failing {
  private Failing() {}

  /** The survey cannot go on; the cause is what {@code survey-release retry} does again. */
  static void fail(Turn turn, String tag, String message, Cause cause) {
    Handoffs.cancel(turn, Trigger.ERROR);
    ParticipantError error = new ParticipantError(tag, null, message, turn.now());
    turn.emit(new SurveyEvent.SurveyFailed(new Episode(error, turn.state(), cause, 0, false)));
  }
}
