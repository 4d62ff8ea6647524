package dev.baton.survey.status;

import dev.baton.shell.command.Arguments;
import dev.baton.shell.command.CommandDefinition;
import dev.baton.shell.command.InputSchema;
import dev.baton.survey.command.SurveyErrors;
import dev.baton.survey.command.SurveyFields;

/**
 * Whose status is asked for.
 *
 * @param pageId the page
 * @param userId the participant
 */
record SurveyStatusInput(String pageId, String userId) {

  static final CommandDefinition DEFINITION =
      CommandDefinition.reading(
          "survey-status",
          "Retrieves the state of one participant: open question, armed wait, handoff, values and unsent effects.",
          SurveyErrors.OF_A_PARTICIPANT,
          InputSchema.of(SurveyFields.PAGE_ID, SurveyFields.USER_ID));

  static SurveyStatusInput of(Arguments arguments) {
    return new SurveyStatusInput(
        arguments.requiredText("page_id"), arguments.requiredText("user_id"));
  }
}
