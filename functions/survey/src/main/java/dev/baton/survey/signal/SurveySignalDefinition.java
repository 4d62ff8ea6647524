package dev.baton.survey.signal;

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

/** What callers need to know of {@code survey-signal}. */
final class SurveySignalDefinition {
  private static final JsonObject EXAMPLE =
      JsonObject.builder()
          .put("page_id", "1000000000001")
          .put("user_id", "2000000000001")
          .put("event", JsonObject.builder().put("type", "payment:done").build())
          .put("id", "payment-17")
          .build();

  static final CommandDefinition DEFINITION =
      CommandDefinition.changing(
              "survey-signal",
              "Sends an outside event to a participant's survey: its values are stored and a wait for it can end.")
          .errors(
              SurveyErrors.PAGE_NOT_FOUND,
              SurveyErrors.PARTICIPANT_NOT_FOUND,
              SurveyErrors.NO_SURVEY,
              SurveyErrors.BAD_EVENT,
              SurveyErrors.PARTICIPANT_BLOCKED,
              ErrorCodes.CONFLICT)
          .labels(Labels.single(Labels.Action.UPDATE))
          .exposed(Exposure.EVERYWHERE)
          .input(
              SurveyFields.PAGE_ID,
              SurveyFields.USER_ID,
              Field.required(
                  "event",
                  new FieldType.FreeObject(16 * 1024),
                  "The event: an object with a text member type, at most 16 KiB."),
              Field.text("id", 128, "Your key of this event; the same key counts once."))
          .output(
              SurveyOutputs.truth("accepted", "Whether the event was taken."),
              SurveyOutputs.truth("duplicate", "Whether its key was known already."),
              SurveyOutputs.STATE,
              SurveyOutputs.truth("resumed", "Whether a wait ended."),
              SurveyOutputs.TURN)
          .example("A payment that somebody waits for", EXAMPLE)
          .build();

  private SurveySignalDefinition() {}
}
