package dev.baton.survey.release;

import dev.baton.core.json.JsonObject;
import dev.baton.core.result.ErrorCodes;
import dev.baton.shell.command.Arguments;
import dev.baton.shell.command.CommandDefinition;
import dev.baton.shell.command.InputField;
import dev.baton.shell.command.InputSchema;
import dev.baton.shell.command.InputType;
import dev.baton.survey.command.SurveyErrors;
import dev.baton.survey.command.SurveyFields;
import java.util.List;
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

  static final CommandDefinition DEFINITION =
      CommandDefinition.changing(
          "survey-release",
          "Restarts or stops the survey of one participant on an operator's word: continue, retry, move, block, unblock, reset.",
          List.of(
              SurveyErrors.PAGE_NOT_FOUND,
              SurveyErrors.PARTICIPANT_NOT_FOUND,
              SurveyErrors.FORM_NOT_FOUND,
              SurveyErrors.PARTICIPANT_BLOCKED,
              SurveyErrors.NOTHING_TO_RELEASE,
              ErrorCodes.CONFLICT),
          InputSchema.of(
              SurveyFields.PAGE_ID,
              SurveyFields.USER_ID,
              InputField.choice(
                      "action",
                      List.of("continue", "retry", MOVE, "block", "unblock", "reset"),
                      "What is done.")
                  .mandatory(),
              InputField.optional(
                  "turn",
                  new InputType.Whole(0, Long.MAX_VALUE),
                  "The turn you saw; refused when it has moved."),
              SurveyFields.SHORTCODE,
              InputField.optional(
                  "hidden",
                  new InputType.FreeObject(32 * 1024),
                  "Hidden values to add when moving."),
              InputField.requiredText("reason", 500, "Why, for the audit log.")));

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
