package dev.baton.chat.rooms;

import dev.baton.core.json.JsonObject;
import dev.baton.shell.command.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * Which rooms are asked for.
 *
 * @param hosted whether only those are that the caller hosts
 * @param limit most rooms to return
 * @param cursor where to go on; null at the beginning
 */
record ChatRoomsInput(boolean hosted, int limit, @Nullable String cursor) {

  static ChatRoomsInput of(Arguments arguments) {
    return new ChatRoomsInput(
        arguments.truth("hosted"), arguments.integer("limit"), arguments.text("cursor"));
  }

  /** What a cursor is bound to. */
  JsonObject question(String owner) {
    return JsonObject.builder()
        .put("command", ChatRoomsDefinition.DEFINITION.name())
        .put("owner", owner)
        .put("hosted", hosted)
        .build();
  }
}
