package dev.baton.survey.core.machine;

import dev.baton.survey.core.form.Field;
import dev.baton.survey.core.form.Form;
import dev.baton.survey.core.participant.OpenQuestion;
import dev.baton.survey.core.participant.State;
import dev.baton.survey.core.participant.Timer;
import dev.baton.survey.core.participant.command.Firing;
import dev.baton.survey.core.participant.event.SurveyEvent;

/**
 * Reminders of an open question, once each. Source: survey spec §4.1, {@code
 * label.buttonHint.default}.
 */
final class Reminding {
  private Reminding() {}

  /** Plans the reminder of the question that has just opened, if the form sends any. */
  static void plan(Turn turn) {
    Form form = turn.form();
    boolean reminds = form.messages().reminder() != null;
    turn.timers().remindAt(reminds ? turn.happenedAt() + form.options().followUpAfter() : null);
  }

  /** The reminder's timer fired. */
  static void fired(Turn turn, long round, Firing firing) {
    Timer timer = turn.participant().position().followUp();
    OpenQuestion question = turn.participant().question();
    if (turn.state() != State.QOUT || timer == null || timer.round() != round || question == null) {
      turn.inert("stale_timer");
      return;
    }
    if (turn.now() < timer.due() && firing != Firing.FORCED) {
      turn.timers().remindAt(timer.due());
      return;
    }
    turn.emit(new SurveyEvent.FollowUpSet(null));
    remind(turn, question);
  }

  private static void remind(Turn turn, OpenQuestion question) {
    Field field = turn.form().field(question.ref());
    String text = turn.form().messages().reminder();
    if (text != null && field != null && !Closing.isClosed(turn)) {
      Speaking.again(turn, text, field);
    }
  }
}
