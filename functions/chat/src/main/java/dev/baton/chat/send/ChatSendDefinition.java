package dev.baton.chat.send;

import dev.baton.chat.schema.ChatFields;
import dev.baton.core.command.CommandDefinition;
import dev.baton.core.command.Exposure;
import dev.baton.core.command.Labels;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;
import dev.baton.core.schema.Shape;

/** What callers need to know of {@code chat-send}. */
final class ChatSendDefinition {

  static final CommandDefinition DEFINITION =
      CommandDefinition.changing(
              "chat-send",
              "Sends one text message to a room and returns its id and place in the sequence.")
          .errors(ErrorCodes.ROOM_NOT_FOUND, ErrorCodes.IDEMPOTENCY_KEY_REUSED)
          .labels(Labels.single(Labels.Action.CREATE))
          .exposed(Exposure.EVERYWHERE)
          .input(
              ChatFields.ROOM_ID,
              Field.required("text", ChatFields.TEXT, "What is said; stored as it is given."),
              Field.text(
                  "clientMessageId",
                  64,
                  "The caller's own id of the message, under which it is stored once."))
          .output(
              new Shape(ChatFields.message())
                  .and(
                      Field.required(
                          "duplicate",
                          new FieldType.Truth(),
                          "Whether it was stored by an earlier call.")))
          .example(
              "Say hello",
              JsonObject.builder()
                  .put("roomId", "general")
                  .put("text", "Hello")
                  .put("clientMessageId", "c-1")
                  .build())
          .build();

  private ChatSendDefinition() {}
}
