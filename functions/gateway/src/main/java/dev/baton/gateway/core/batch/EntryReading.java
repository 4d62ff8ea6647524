package dev.baton.gateway.core.batch;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.result.Refused;
import dev.baton.gateway.core.call.RunningTools;
import org.jspecify.annotations.Nullable;

/** Reads one entry of a batch; what is wrong with it is its own failure. */
final class EntryReading {
  private EntryReading() {}

  static BatchEntry of(int index, Json json) {
    JsonObject entry = json instanceof JsonObject object ? object : JsonObject.EMPTY;
    String asked = entry.text("id");
    String id = asked == null ? "cmd-" + index : asked;
    String name = entry.text("command") == null ? entry.text("name") : entry.text("command");
    String command = name == null ? "" : name;
    Refused refusal = refusal(entry, command);
    if (refusal != null) {
      return new BatchEntry.Malformed(index, id, command, refusal);
    }
    Json input = entry.get("input");
    return new BatchEntry.Callable(
        index, id, command, input == null ? JsonObject.EMPTY : input, entry.text("idempotencyKey"));
  }

  private static @Nullable Refused refusal(JsonObject entry, String command) {
    if (command.isEmpty()) {
      return malformed(
          "The entry names no command.", "Send {\"command\":\"<name>\",\"input\":{...}}.");
    }
    if (RunningTools.NAMES.contains(command)) {
      return malformed(
          command + " cannot be called from a batch.",
          "Put the commands themselves into the batch.");
    }
    if (isNoText(entry.get("id")) || isNoText(entry.get("idempotencyKey"))) {
      return malformed("id and idempotencyKey are texts.", "Put them in quotation marks.");
    }
    return null;
  }

  private static boolean isNoText(@Nullable Json json) {
    return json != null && !(json instanceof JsonText);
  }

  private static Refused malformed(String message, String suggestion) {
    return Refused.because(ErrorCodes.INVALID_COMMAND_ARGS, message, suggestion);
  }
}
