package dev.baton.survey.signal;

import dev.baton.core.json.JsonObject;
import dev.baton.core.result.ErrorCodes;
import dev.baton.shell.command.Arguments;
import dev.baton.shell.command.CommandDefinition;
import dev.baton.shell.command.InputField;
import dev.baton.shell.command.InputSchema;
import dev.baton.shell.command.InputType;
import dev.baton.survey.command.SurveyErrors;
import dev.baton.survey.command.SurveyFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened outside, and to whom it is told.
 *
 * @param pageId the page
 * @param userId the participant
 * @param event the event, with a text member {@code type}
 * @param id the caller's key of the event, so that it counts once; null when the caller does not
 *     mind
 */
record SurveySignalInput(String pageId, String userId, JsonObject event, @Nullable String id) {
  private static final int LARGEST_EVENT = 16 * 1024;

  static final CommandDefinition DEFINITION =
      CommandDefinition.changing(
          "survey-signal",
          "Sends an outside event to a participant's survey: its values are stored and a wait for it can end.",
          List.of(
              SurveyErrors.PAGE_NOT_FOUND,
              SurveyErrors.PARTICIPANT_NOT_FOUND,
              SurveyErrors.NO_SURVEY,
              SurveyErrors.BAD_EVENT,
              SurveyErrors.PARTICIPANT_BLOCKED,
              ErrorCodes.CONFLICT),
          InputSchema.of(
              SurveyFields.PAGE_ID,
              SurveyFields.USER_ID,
              InputField.optional(
                      "event",
                      new InputType.FreeObject(LARGEST_EVENT),
                      "The event: an object with a text member type.")
                  .mandatory(),
              InputField.text("id", 128, "Your key of this event; the same key counts once.")));

  static SurveySignalInput of(Arguments arguments) {
    JsonObject event = arguments.object("event");
    return new SurveySignalInput(
        arguments.requiredText("page_id"),
        arguments.requiredText("user_id"),
        event == null ? JsonObject.EMPTY : event,
        arguments.text("id"));
  }
}
