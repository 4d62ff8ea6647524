package dev.baton.chat.reconnect;

import dev.baton.chat.core.handoff.ChatHandoff;
import dev.baton.chat.schema.ChatFields;
import dev.baton.core.command.CommandDefinition;
import dev.baton.core.command.Exposure;
import dev.baton.core.command.Labels;
import dev.baton.core.handoff.HandoffShape;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.schema.Field;

/** What callers need to know of {@code chat-reconnect}. */
final class ChatReconnectDefinition {

  static final CommandDefinition DEFINITION =
      CommandDefinition.changing(
              "chat-reconnect",
              "Restarts a dropped chat session with a fresh token and the messages missed since a given one.")
          .errors(
              ErrorCodes.SESSION_NOT_FOUND,
              ErrorCodes.SESSION_CLOSED,
              ErrorCodes.SESSION_EXPIRED,
              ErrorCodes.MAX_RECONNECTS,
              ErrorCodes.INVALID_CURSOR,
              ErrorCodes.CURSOR_EXPIRED,
              ErrorCodes.ROOM_NOT_FOUND)
          .labels(Labels.single(Labels.Action.UPDATE))
          .exposed(Exposure.EVERYWHERE)
          .handoff(ChatHandoff.DEFINITION)
          .undoneBy("chat-disconnect")
          .requires("chat-connect")
          .input(
              ChatFields.SESSION_ID,
              Field.optional(
                  "lastMessageId",
                  ChatFields.CURSOR,
                  "Id of the last message that the client has; what follows is sent first."))
          .output(HandoffShape.SHAPE)
          .example(
              "Come back after a drop",
              JsonObject.builder()
                  .put("sessionId", "ses_4kq0Zt1mB7cX2vNn8aYwPg")
                  .put("lastMessageId", "42-0feae16d")
                  .build())
          .build();

  private ChatReconnectDefinition() {}
}
