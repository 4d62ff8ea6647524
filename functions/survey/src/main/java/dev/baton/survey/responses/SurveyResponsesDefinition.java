package dev.baton.survey.responses;

import dev.baton.core.command.CommandDefinition;
import dev.baton.core.command.Exposure;
import dev.baton.core.command.Labels;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;
import dev.baton.survey.command.SurveyErrors;
import dev.baton.survey.command.SurveyFields;
import java.util.List;

/** What callers need to know of {@code survey-responses}. */
final class SurveyResponsesDefinition {

  static final CommandDefinition DEFINITION =
      CommandDefinition.reading(
              "survey-responses",
              "Returns answers of participants, oldest first, as JSON rows or as CSV text.")
          .errors(
              SurveyErrors.PAGE_NOT_FOUND,
              SurveyErrors.FORM_NOT_FOUND,
              SurveyErrors.PARTICIPANT_NOT_FOUND,
              ErrorCodes.INVALID_CURSOR)
          .labels(Labels.batch(Labels.Action.LIST))
          .exposed(Exposure.EVERYWHERE)
          .input(
              SurveyFields.PAGE_ID,
              SurveyFields.SHORTCODE,
              SurveyFields.SOME_USER_ID,
              SurveyFields.SINCE,
              Field.optional(
                      "accepted",
                      new FieldType.Truth(),
                      "Accepted answers, or those that were not.")
                  .orElse(true),
              Field.choice("format", List.of("json", "csv"), "How rows come.").orElse("json"),
              SurveyFields.LIMIT,
              SurveyFields.CURSOR)
          .output(SurveyResponsesOutput.SHAPE)
          .example(
              "The answers to a form as CSV",
              JsonObject.builder()
                  .put("page_id", "1000000000001")
                  .put("shortcode", "reading")
                  .put("format", "csv")
                  .build())
          .build();

  private SurveyResponsesDefinition() {}
}
