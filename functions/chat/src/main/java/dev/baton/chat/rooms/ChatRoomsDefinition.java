package dev.baton.chat.rooms;

import dev.baton.chat.schema.ChatFields;
import dev.baton.core.command.CommandDefinition;
import dev.baton.core.command.Exposure;
import dev.baton.core.command.Labels;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;

/** What callers need to know of {@code chat-rooms}. */
final class ChatRoomsDefinition {
  private static final FieldType ROOM =
      FieldType.nested(
          ChatFields.ROOM_ID.described("Id of the room."),
          Field.required("hosted", new FieldType.Truth(), "Whether the caller is its host."),
          Field.optional(
              "owners",
              FieldType.listOf(new FieldType.FreeText()),
              "Who may enter, the host included; only the host is told."),
          ChatFields.LAST_SEQ);

  static final CommandDefinition DEFINITION =
      CommandDefinition.reading(
              "chat-rooms",
              "Lists the private rooms that the caller hosts, each with its allow list, and those the caller was let into.")
          .errors(ErrorCodes.INVALID_CURSOR)
          .labels(Labels.batch(Labels.Action.LIST))
          .exposed(Exposure.EVERYWHERE)
          .input(
              Field.optional(
                      "hosted", new FieldType.Truth(), "Only rooms whose host the caller is.")
                  .orElse(false),
              Field.optional("limit", new FieldType.Whole(1, 50), "Most rooms to return.")
                  .orElse(20),
              Field.text("cursor", 4_096, "The nextCursor of the page before."))
          .output(
              Field.required("rooms", FieldType.listOf(ROOM), "The rooms by id."),
              Field.text(
                  "nextCursor", 4_096, "What to send as cursor for more; absent at the end."))
          .example("Rooms of my own", JsonObject.builder().put("hosted", true).build())
          .build();

  private ChatRoomsDefinition() {}
}
