package dev.baton.survey.show;

import dev.baton.core.command.CommandDefinition;
import dev.baton.core.command.Exposure;
import dev.baton.core.command.Labels;
import dev.baton.core.json.JsonObject;
import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;
import dev.baton.survey.command.SurveyErrors;
import dev.baton.survey.command.SurveyFields;

/** What callers need to know of {@code survey-show}. */
final class SurveyShowDefinition {

  static final CommandDefinition DEFINITION =
      CommandDefinition.reading(
              "survey-show",
              "Fetches one form as it was compiled: fields, jumps, waits, handoffs, findings and the imported source.")
          .errors(SurveyErrors.PAGE_NOT_FOUND, SurveyErrors.FORM_NOT_FOUND)
          .labels(Labels.single(Labels.Action.READ))
          .exposed(Exposure.EVERYWHERE)
          .input(
              SurveyFields.PAGE_ID,
              SurveyFields.SHORTCODE.mandatory(),
              Field.optional(
                  "version",
                  new FieldType.Whole(1, 999_999),
                  "Its version; the newest when left out."))
          .output(SurveyShowOutput.SHAPE)
          .example(
              "The newest version of a form",
              JsonObject.builder()
                  .put("page_id", "1000000000001")
                  .put("shortcode", "reading")
                  .build())
          .build();

  private SurveyShowDefinition() {}
}
