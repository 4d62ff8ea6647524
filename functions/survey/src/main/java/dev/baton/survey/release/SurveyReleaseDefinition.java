package dev.baton.survey.release;

import dev.baton.core.command.CommandDefinition;
import dev.baton.core.command.Exposure;
import dev.baton.core.command.Labels;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;
import dev.baton.survey.command.SurveyErrors;
import dev.baton.survey.command.SurveyFields;
import dev.baton.survey.command.SurveyOutputs;
import java.util.List;

/** What callers need to know of {@code survey-release}. */
final class SurveyReleaseDefinition {
  private static final JsonObject EXAMPLE =
      JsonObject.builder()
          .put("page_id", "1000000000001")
          .put("user_id", "2000000000001")
          .put("action", "continue")
          .put("reason", "The partner app never gave the conversation back.")
          .build();

  static final CommandDefinition DEFINITION =
      CommandDefinition.changing(
              "survey-release",
              "Restarts or stops the survey of one participant on an operator's word: continue, retry, move, block, unblock, reset.")
          .errors(
              SurveyErrors.PAGE_NOT_FOUND,
              SurveyErrors.PARTICIPANT_NOT_FOUND,
              SurveyErrors.FORM_NOT_FOUND,
              SurveyErrors.PARTICIPANT_BLOCKED,
              SurveyErrors.NOTHING_TO_RELEASE,
              ErrorCodes.CONFLICT)
          .labels(Labels.single(Labels.Action.UPDATE))
          .exposed(Exposure.EVERYWHERE)
          .input(
              SurveyFields.PAGE_ID,
              SurveyFields.USER_ID,
              Field.choice(
                      "action",
                      List.of(
                          "continue",
                          "retry",
                          SurveyReleaseInput.MOVE,
                          "block",
                          "unblock",
                          "reset"),
                      "What is done.")
                  .mandatory(),
              Field.optional(
                  "turn", FieldType.count(), "The turn you saw; refused when it has moved."),
              SurveyFields.SHORTCODE,
              Field.optional(
                  "hidden",
                  new FieldType.FreeObject(32 * 1024),
                  "Hidden values to add when moving, at most 32 KiB."),
              Field.requiredText("reason", 500, "Why, for the audit log."))
          .output(
              SurveyOutputs.state("before", "State before."),
              SurveyOutputs.state("after", "State after."),
              SurveyOutputs.number("turn_before", "Turn before."),
              SurveyOutputs.TURN)
          .example("Let somebody go on", EXAMPLE)
          .build();

  private SurveyReleaseDefinition() {}
}
