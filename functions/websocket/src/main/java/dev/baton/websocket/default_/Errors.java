package dev.baton.websocket.default_;

import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandError;
import dev.baton.core.result.ErrorCodes;
import org.jspecify.annotations.Nullable;

/** What clients are told when a frame of no domain goes wrong. */
final class Errors {
  private Errors() {}

  static CommandError invalidCursor() {
    return new CommandError(
        ErrorCodes.INVALID_CURSOR,
        "lastMessageId is the id of no message here.",
        "Send the id of the last message received, or leave it out.",
        JsonObject.EMPTY);
  }

  static CommandError contended() {
    return new CommandError(
        ErrorCodes.CONFLICT,
        "Others changed the same session at the same time.",
        "Send the same frame again.",
        JsonObject.EMPTY);
  }

  static CommandError unknownAction(@Nullable String name) {
    return new CommandError(
        ErrorCodes.UNKNOWN_ACTION,
        name == null ? "The frame has no action." : "There is no action '" + name + "'.",
        "Send an action of the session's domain, or ping.",
        JsonObject.EMPTY);
  }
}
