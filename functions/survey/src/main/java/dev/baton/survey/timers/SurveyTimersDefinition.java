package dev.baton.survey.timers;

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

/** What callers need to know of {@code survey-timers}. */
final class SurveyTimersDefinition {

  static final CommandDefinition DEFINITION =
      CommandDefinition.changing(
              "survey-timers",
              "Runs the due timers of a page's participants by hand, or only shows all that are set with their lateness.")
          .errors(
              SurveyErrors.PAGE_NOT_FOUND,
              SurveyErrors.PARTICIPANT_NOT_FOUND,
              ErrorCodes.INVALID_CURSOR,
              ErrorCodes.CONFLICT)
          .labels(Labels.batch(Labels.Action.UPDATE))
          .exposed(Exposure.EVERYWHERE)
          .input(
              SurveyFields.PAGE_ID,
              SurveyFields.SOME_USER_ID,
              SurveyFields.TIMER_KIND,
              Field.choice(
                      "action",
                      List.of("list", SurveyTimersInput.FIRE),
                      "Show timers or fire due ones.")
                  .mandatory(),
              Field.optional(
                      "force",
                      new FieldType.Truth(),
                      "Fire what is not due yet too; needs action fire and user_id.")
                  .orElse(false),
              SurveyFields.LIMIT,
              SurveyFields.CURSOR)
          .output(SurveyTimersOutput.SHAPE)
          .example(
              "The timers of a page",
              JsonObject.builder().put("page_id", "1000000000001").put("action", "list").build())
          .build();

  private SurveyTimersDefinition() {}
}
