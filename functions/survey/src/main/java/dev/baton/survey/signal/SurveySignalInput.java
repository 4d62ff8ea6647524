package dev.baton.survey.signal;

import dev.baton.core.json.JsonObject;
import dev.baton.shell.command.Arguments;
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
  static SurveySignalInput of(Arguments arguments) {
    JsonObject event = arguments.object("event");
    return new SurveySignalInput(
        arguments.requiredText("page_id"),
        arguments.requiredText("user_id"),
        event == null ? JsonObject.EMPTY : event,
        arguments.text("id"));
  }
}
