package dev.baton.chat.poll;

import dev.baton.chat.schema.ChatFields;
import dev.baton.core.command.CommandDefinition;
import dev.baton.core.command.Exposure;
import dev.baton.core.command.Labels;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;
import dev.baton.core.schema.Shape;

/** What callers need to know of {@code chat-poll}. */
final class ChatPollDefinition {
  private static final int MOST = 100;
  private static final int USUAL = 50;

  static final CommandDefinition DEFINITION =
      CommandDefinition.reading(
              "chat-poll",
              "Fetches the messages of a room after a cursor, in order, for callers without a socket.")
          .errors(ErrorCodes.ROOM_NOT_FOUND, ErrorCodes.INVALID_CURSOR, ErrorCodes.CURSOR_EXPIRED)
          .labels(Labels.single(Labels.Action.READ).forAgents())
          .exposed(Exposure.EVERYWHERE)
          .input(
              ChatFields.ROOM_ID,
              Field.optional(
                  "since", ChatFields.CURSOR, "Id of the last message that the caller has."),
              Field.optional("limit", new FieldType.Whole(1, MOST), "How many at most.")
                  .orElse(USUAL),
              Field.optional(
                      "latest",
                      new FieldType.Truth(),
                      "Whether the newest messages are wanted; not together with since.")
                  .orElse(false))
          .output(
              ChatFields.ROOM_ID.described("Id of the room."),
              Field.required(
                  "messages",
                  FieldType.listOf(new FieldType.Nested(new Shape(ChatFields.message()))),
                  "The messages, ascending."),
              Field.required(
                  "hasMore", new FieldType.Truth(), "Whether another follows the last of them."),
              ChatFields.LAST_MESSAGE_ID.described("What to send as since next time."),
              ChatFields.LAST_SEQ,
              Field.required(
                  "pollAgainIn", FieldType.count(), "Milliseconds to wait before the next poll."))
          .example(
              "What came after a message",
              JsonObject.builder()
                  .put("roomId", "general")
                  .put("since", "42-0feae16d")
                  .put("limit", 20)
                  .build())
          .build();

  private ChatPollDefinition() {}
}
