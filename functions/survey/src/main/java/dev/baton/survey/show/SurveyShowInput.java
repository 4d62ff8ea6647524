package dev.baton.survey.show;

import dev.baton.shell.command.Arguments;
import dev.baton.shell.command.CommandDefinition;
import dev.baton.shell.command.InputField;
import dev.baton.shell.command.InputSchema;
import dev.baton.shell.command.InputType;
import dev.baton.survey.command.SurveyErrors;
import dev.baton.survey.command.SurveyFields;
import java.util.List;

/**
 * Which form is asked for.
 *
 * @param pageId the page
 * @param shortcode the form
 * @param version the version; 0 for the newest
 */
record SurveyShowInput(String pageId, String shortcode, int version) {

  static final CommandDefinition DEFINITION =
      CommandDefinition.reading(
          "survey-show",
          "Fetches one form as it was compiled: fields, jumps, waits, handoffs, findings and the imported source.",
          List.of(SurveyErrors.PAGE_NOT_FOUND, SurveyErrors.FORM_NOT_FOUND),
          InputSchema.of(
              SurveyFields.PAGE_ID,
              SurveyFields.SHORTCODE.mandatory(),
              InputField.optional(
                  "version",
                  new InputType.Whole(1, 999_999),
                  "Its version, the newest by default.")));

  static SurveyShowInput of(Arguments arguments) {
    return new SurveyShowInput(
        arguments.requiredText("page_id"),
        arguments.requiredText("shortcode"),
        arguments.integer("version", 0));
  }
}
