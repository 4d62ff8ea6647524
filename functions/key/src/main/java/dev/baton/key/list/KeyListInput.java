package dev.baton.key.list;

import dev.baton.core.json.JsonObject;
import dev.baton.shell.command.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * Which keys are asked for.
 *
 * @param includeRevoked whether revoked ones are shown too
 * @param limit most keys to return
 * @param cursor where to go on; null at the beginning
 */
record KeyListInput(boolean includeRevoked, int limit, @Nullable String cursor) {

  static KeyListInput of(Arguments arguments) {
    return new KeyListInput(
        arguments.truth("includeRevoked"), arguments.integer("limit"), arguments.text("cursor"));
  }

  /** What a cursor is bound to. */
  JsonObject question(String owner) {
    return JsonObject.builder()
        .put("command", KeyListDefinition.DEFINITION.name())
        .put("owner", owner)
        .put("includeRevoked", includeRevoked)
        .build();
  }
}
