package dev.baton.survey.list;

import dev.baton.core.command.CommandDefinition;
import dev.baton.core.command.Exposure;
import dev.baton.core.command.Labels;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.schema.Field;
import dev.baton.survey.command.SurveyErrors;
import dev.baton.survey.command.SurveyFields;

/** What callers need to know of {@code survey-list}. */
final class SurveyListDefinition {

  static final CommandDefinition DEFINITION =
      CommandDefinition.reading(
              "survey-list",
              "Lists the forms of the caller's pages with their versions and how many participants are in which state.")
          .errors(SurveyErrors.PAGE_NOT_FOUND, ErrorCodes.INVALID_CURSOR)
          .labels(Labels.batch(Labels.Action.LIST).forAgents())
          .exposed(Exposure.EVERYWHERE)
          .input(
              Field.text("page_id", 128, "Only forms of this page."),
              SurveyFields.LIMIT,
              SurveyFields.CURSOR)
          .output(SurveyListOutput.SHAPE)
          .example("All forms of all pages", JsonObject.EMPTY)
          .build();

  private SurveyListDefinition() {}
}
