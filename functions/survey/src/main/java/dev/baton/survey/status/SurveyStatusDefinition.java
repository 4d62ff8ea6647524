package dev.baton.survey.status;

import dev.baton.core.command.CommandDefinition;
import dev.baton.core.command.Exposure;
import dev.baton.core.command.Labels;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.command.SurveyErrors;
import dev.baton.survey.command.SurveyFields;

/** What callers need to know of {@code survey-status}. */
final class SurveyStatusDefinition {

  static final CommandDefinition DEFINITION =
      CommandDefinition.reading(
              "survey-status",
              "Retrieves the state of one participant: open question, armed wait, handoff, values and unsent effects.")
          .errors(SurveyErrors.PAGE_NOT_FOUND, SurveyErrors.PARTICIPANT_NOT_FOUND)
          .labels(Labels.single(Labels.Action.READ).forAgents())
          .exposed(Exposure.EVERYWHERE)
          .input(SurveyFields.PAGE_ID, SurveyFields.USER_ID)
          .output(SurveyStatusOutput.SHAPE)
          .example(
              "Where somebody stands",
              JsonObject.builder()
                  .put("page_id", "1000000000001")
                  .put("user_id", "2000000000001")
                  .build())
          .build();

  private SurveyStatusDefinition() {}
}
