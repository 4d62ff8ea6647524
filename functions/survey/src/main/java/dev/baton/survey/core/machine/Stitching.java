package dev.baton.survey.core.machine;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.form.Field;
import dev.baton.survey.core.form.Form;
import dev.baton.survey.core.form.Stitch;
import dev.baton.survey.core.participant.Episode.Cause;
import dev.baton.survey.core.participant.ParticipantError;
import dev.baton.survey.core.participant.RunningSurvey;
import dev.baton.survey.core.participant.event.SurveyEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Going on in another form without losing what is known. Source: survey spec §4.2, {@code stitch}.
 */
final class Stitching {
  private Stitching() {}

  /** Comes to a stitch field: its text, then the first field of the other form. */
  static @Nullable Field reach(Turn turn, Field field) {
    Stitch stitch = field.stitch();
    if (stitch != null && target(turn, stitch) == null) {
      return missing(turn, field, stitch);
    }
    Speaking.say(turn, field);
    return Walking.leave(turn, field);
  }

  /**
   * Follows the stitch; the first field of the other form, or null when there is nothing to send.
   */
  static @Nullable Field follow(Turn turn, Field from, Stitch stitch) {
    Form form = target(turn, stitch);
    if (form == null) {
      return missing(turn, from, stitch);
    }
    Json added = stitch.metadata().render(turn.values(), turn.missing());
    return start(
        turn, form, Hidden.scalars(added instanceof JsonObject object ? object : JsonObject.EMPTY));
  }

  /**
   * Starts a form with what is known of the participant; null when it is closed.
   *
   * @param added hidden values to add, without those that are the engine's
   */
  static @Nullable Field start(Turn turn, Form form, Map<String, Json> added) {
    RunningSurvey old = turn.survey();
    Map<String, Json> hidden = new LinkedHashMap<>(old.hidden());
    Hidden.addForeign(hidden, added, form.variables());
    hidden.put(Hidden.START_TIME, Json.of(turn.now()));
    turn.emit(
        new SurveyEvent.SurveyStarted(
            new RunningSurvey(
                form.shortcode(),
                form.version(),
                old.parentShortcode(),
                turn.now(),
                old.seed(),
                Map.of(),
                hidden,
                form.variables(),
                old.signalNames())));
    return Entry.begin(turn, form);
  }

  private static @Nullable Form target(Turn turn, Stitch stitch) {
    return turn.newest(shortcode(turn, stitch));
  }

  private static String shortcode(Turn turn, Stitch stitch) {
    return stitch.form().render(turn.values(), turn.missing());
  }

  private static @Nullable Field missing(Turn turn, Field field, Stitch stitch) {
    Failing.fail(
        turn,
        ParticipantError.FORM_NOT_FOUND,
        "There is no form '" + shortcode(turn, stitch) + "' to go on with.",
        new Cause.Field(field.ref()));
    return null;
  }
}
