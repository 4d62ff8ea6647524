package dev.baton.chat.disconnect;

import dev.baton.chat.schema.ChatFields;
import dev.baton.core.command.CommandDefinition;
import dev.baton.core.command.Exposure;
import dev.baton.core.command.Labels;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;
import java.util.List;

/** What callers need to know of {@code chat-disconnect}. */
final class ChatDisconnectDefinition {
  private static final FieldType SUMMARY =
      FieldType.nested(
          Field.required("durationMs", FieldType.count(), "Milliseconds it lived."),
          Field.required("messagesSent", FieldType.count(), "Messages sent over it."));

  static final CommandDefinition DEFINITION =
      CommandDefinition.changing(
              "chat-disconnect",
              "Stops a chat session for good, closes its socket and frees its place in the room.")
          .errors(ErrorCodes.SESSION_NOT_FOUND)
          .labels(Labels.single(Labels.Action.UPDATE))
          .exposed(Exposure.EVERYWHERE)
          .requires("chat-connect")
          .repeatable()
          .input(ChatFields.SESSION_ID, Field.text("reason", 200, "Why it ends, for its status."))
          .output(
              ChatFields.ANSWERED_SESSION_ID,
              Field.required(
                  "state", new FieldType.Choice(List.of("closed", "expired")), "How it ended."),
              Field.required("closedAt", new FieldType.Timestamp(), "When it ended."),
              Field.required("alreadyEnded", new FieldType.Truth(), "Whether it had before."),
              Field.required("summary", SUMMARY, "What there was of it."))
          .example(
              "End a session",
              JsonObject.builder().put("sessionId", "ses_4kq0Zt1mB7cX2vNn8aYwPg").build())
          .build();

  private ChatDisconnectDefinition() {}
}
