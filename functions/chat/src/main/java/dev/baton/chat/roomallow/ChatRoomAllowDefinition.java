package dev.baton.chat.roomallow;

import dev.baton.chat.schema.ChatFields;
import dev.baton.core.command.CommandDefinition;
import dev.baton.core.command.Exposure;
import dev.baton.core.command.Labels;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;
import java.util.List;

/** What callers need to know of {@code chat-room-allow}. */
final class ChatRoomAllowDefinition {
  private static final int LONGEST_OWNER = 300;
  private static final int MOST_OWNERS = 50;

  static final CommandDefinition DEFINITION =
      CommandDefinition.changing(
              "chat-room-allow",
              "Sets which owners may enter a private room beside its host, and ends the sessions of everybody else there.")
          .repeatable()
          .errors(ErrorCodes.ROOM_NOT_FOUND)
          .labels(Labels.single(Labels.Action.UPDATE))
          .exposed(Exposure.EVERYWHERE)
          .input(
              Field.required(
                  "roomId",
                  FieldType.text(9, 64, "private-[A-Za-z0-9._-]{1,56}"),
                  "Id of the room; who sets it first is its host."),
              Field.required(
                  "owners",
                  new FieldType.ListOf(FieldType.text(1, LONGEST_OWNER), 0, MOST_OWNERS),
                  "The owners who may enter, in place of those until now."))
          .output(
              ChatFields.ROOM_ID.described("Id of the room."),
              Field.required(
                  "owners",
                  FieldType.listOf(new FieldType.FreeText()),
                  "Who may enter now, the host included."),
              Field.required(
                  "sessionsEnded",
                  FieldType.count(),
                  "Live sessions that this call ended, because their owners may not enter."))
          .example(
              "A room for two",
              JsonObject.builder()
                  .put("roomId", "private-club")
                  .put("owners", JsonArray.ofTexts(List.of("grace")))
                  .build())
          .build();

  private ChatRoomAllowDefinition() {}
}
