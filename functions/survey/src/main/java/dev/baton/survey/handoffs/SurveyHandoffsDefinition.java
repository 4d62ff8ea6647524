package dev.baton.survey.handoffs;

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

/** What callers need to know of {@code survey-handoffs}. */
final class SurveyHandoffsDefinition {

  static final CommandDefinition DEFINITION =
      CommandDefinition.reading(
              "survey-handoffs",
              "Queries records of handoffs to other apps and sums up how they ended and how long they took.")
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
              Field.optional(
                  "target_app_id", FieldType.text(1, 20, "[0-9]+"), "Only handoffs to this app."),
              Field.choice(
                  "outcome",
                  List.of(
                      "returned",
                      "timed_out",
                      "cancelled",
                      "failed",
                      "idle",
                      SurveyHandoffsInput.OPEN),
                  "Only handoffs that ended so; open ones have not ended."),
              SurveyFields.SINCE,
              SurveyFields.UNTIL,
              SurveyFields.LIMIT,
              SurveyFields.CURSOR)
          .output(SurveyHandoffsOutput.SHAPE)
          .example(
              "Handoffs that never came back",
              JsonObject.builder()
                  .put("page_id", "1000000000001")
                  .put("outcome", "timed_out")
                  .build())
          .build();

  private SurveyHandoffsDefinition() {}
}
