package dev.baton.survey.handoffs;

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
 * Which handoffs are asked for.
 *
 * @param pageId the page
 * @param shortcode only of this form, or null
 * @param userId only of this participant, or null
 * @param target only to this app, or null
 * @param outcome only with this end, or null
 * @param since only started from then on, milliseconds since 1970
 * @param until only started until then
 * @param listing which part of the list
 */
record SurveyHandoffsInput(
    String pageId,
    @Nullable String shortcode,
    @Nullable String userId,
    @Nullable String target,
    @Nullable String outcome,
    long since,
    long until,
    Listing listing) {

  /** The outcome of a record that has none yet. */
  static final String OPEN = "open";

  static final CommandDefinition DEFINITION =
      CommandDefinition.reading(
          "survey-handoffs",
          "Queries records of handoffs to other apps and sums up how they ended and how long they took.",
          List.of(
              SurveyErrors.PAGE_NOT_FOUND,
              SurveyErrors.FORM_NOT_FOUND,
              SurveyErrors.PARTICIPANT_NOT_FOUND,
              ErrorCodes.INVALID_CURSOR),
          InputSchema.of(
              SurveyFields.PAGE_ID,
              SurveyFields.SHORTCODE,
              SurveyFields.SOME_USER_ID,
              InputField.optional(
                  "target_app_id",
                  new InputType.Text(1, 20, "[0-9]+"),
                  "Only handoffs to this app."),
              InputField.choice(
                  "outcome",
                  List.of("returned", "timed_out", "cancelled", "failed", "idle", OPEN),
                  "Only handoffs that ended so; open ones have not ended."),
              SurveyFields.SINCE,
              SurveyFields.UNTIL,
              SurveyFields.LIMIT,
              SurveyFields.CURSOR));

  static SurveyHandoffsInput of(Arguments arguments) {
    Long since = arguments.moment("since");
    Long until = arguments.moment("until");
    return new SurveyHandoffsInput(
        arguments.requiredText("page_id"),
        arguments.text("shortcode"),
        arguments.text("user_id"),
        arguments.text("target_app_id"),
        arguments.text("outcome"),
        since == null ? 0 : since,
        until == null ? Long.MAX_VALUE : until,
        Listing.of(DEFINITION.name(), arguments));
  }
}
