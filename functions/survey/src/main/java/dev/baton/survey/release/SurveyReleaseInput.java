package dev.baton.survey.release;

import dev.baton.core.json.JsonObject;
import dev.baton.shell.command.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * What an operator does to a participant, and why.
 *
 * @param pageId the page
 * @param userId the participant
 * @param action what is done
 * @param turn the turn the operator saw; null to act whatever happened since
 * @param shortcode the form to move to; only with {@code move}
 * @param hidden hidden values to add; only with {@code move}
 * @param reason why, for the audit log
 */
record SurveyReleaseInput(
    String pageId,
    String userId,
    String action,
    @Nullable Long turn,
    @Nullable String shortcode,
    @Nullable JsonObject hidden,
    String reason) {

  /** The action that starts another form. */
  static final String MOVE = "move";

  static SurveyReleaseInput of(Arguments arguments) {
    return new SurveyReleaseInput(
        arguments.requiredText("page_id"),
        arguments.requiredText("user_id"),
        arguments.requiredText("action"),
        arguments.number("turn"),
        arguments.text("shortcode"),
        arguments.object("hidden"),
        arguments.requiredText("reason"));
  }
}
