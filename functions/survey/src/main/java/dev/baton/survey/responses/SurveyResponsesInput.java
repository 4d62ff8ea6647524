package dev.baton.survey.responses;

import dev.baton.core.result.ErrorCodes;
import dev.baton.shell.command.Arguments;
import dev.baton.shell.command.CommandDefinition;
import dev.baton.shell.command.InputField;
import dev.baton.shell.command.InputSchema;
import dev.baton.shell.command.InputType;
import dev.baton.survey.command.Listing;
import dev.baton.survey.command.SurveyErrors;
import dev.baton.survey.command.SurveyFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which answers are asked for; a shortcode, a user or both must be named.
 *
 * @param pageId the page
 * @param shortcode the form, or null
 * @param userId the participant, or null
 * @param since only answers given from then on, milliseconds since 1970
 * @param accepted whether accepted answers are asked for, or those that were not
 * @param csv whether as CSV
 * @param listing which part of the list
 */
record SurveyResponsesInput(
    String pageId,
    @Nullable String shortcode,
    @Nullable String userId,
    long since,
    boolean accepted,
    boolean csv,
    Listing listing) {

  static final CommandDefinition DEFINITION =
      CommandDefinition.reading(
          "survey-responses",
          "Returns answers of participants, oldest first, as JSON rows or as CSV text.",
          List.of(
              SurveyErrors.PAGE_NOT_FOUND,
              SurveyErrors.FORM_NOT_FOUND,
              SurveyErrors.PARTICIPANT_NOT_FOUND,
              ErrorCodes.INVALID_CURSOR),
          InputSchema.of(
              SurveyFields.PAGE_ID,
              SurveyFields.SHORTCODE,
              SurveyFields.SOME_USER_ID,
              SurveyFields.SINCE,
              InputField.optional(
                  "accepted",
                  new InputType.Truth(),
                  "Accepted answers, or those that were not; true by default."),
              InputField.choice(
                  "format", List.of("json", "csv"), "How rows come; json by default."),
              SurveyFields.LIMIT,
              SurveyFields.CURSOR));

  static SurveyResponsesInput of(Arguments arguments) {
    Long since = arguments.moment("since");
    return new SurveyResponsesInput(
        arguments.requiredText("page_id"),
        arguments.text("shortcode"),
        arguments.text("user_id"),
        since == null ? 0 : since,
        arguments.truth("accepted", true),
        arguments.text("format", "json").equals("csv"),
        Listing.of(DEFINITION.name(), arguments));
  }
}
