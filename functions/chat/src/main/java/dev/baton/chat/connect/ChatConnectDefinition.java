package dev.baton.chat.connect;

import dev.baton.chat.core.handoff.ChatHandoff;
import dev.baton.chat.schema.ChatFields;
import dev.baton.core.command.CommandDefinition;
import dev.baton.core.command.Exposure;
import dev.baton.core.command.Labels;
import dev.baton.core.handoff.HandoffShape;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;

/** What callers need to know of {@code chat-connect}. */
final class ChatConnectDefinition {

  static final CommandDefinition DEFINITION =
      CommandDefinition.changing(
              "chat-connect",
              "Connects the caller to a chat room and returns a WebSocket handoff for live messages, typing and presence.")
          .errors(ErrorCodes.ROOM_NOT_FOUND, ErrorCodes.ROOM_FULL, ErrorCodes.QUOTA_EXCEEDED)
          .labels(Labels.single(Labels.Action.CREATE))
          .exposed(Exposure.EVERYWHERE)
          .handoff(ChatHandoff.DEFINITION)
          .undoneBy("chat-disconnect")
          .input(
              ChatFields.ROOM_ID,
              Field.optional(
                  "nickname", ChatFields.NICKNAME, "What others call the caller from now on."),
              Field.optional(
                      "invisible",
                      new FieldType.Truth(),
                      "Whether others are told nothing of this session.")
                  .orElse(false))
          .output(HandoffShape.SHAPE)
          .example(
              "Join a room",
              JsonObject.builder().put("roomId", "general").put("nickname", "Ada").build())
          .build();

  private ChatConnectDefinition() {}
}
