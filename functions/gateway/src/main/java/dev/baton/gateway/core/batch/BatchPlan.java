package dev.baton.gateway.core.batch;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.result.Refused;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What came of reading a batch. Source: command specification, section 3.7. */
public sealed interface BatchPlan {

  /**
   * A batch that runs.
   *
   * @param entries what is to be done, in the order of the request
   * @param options how
   */
  record Accepted(List<BatchEntry> entries, BatchOptions options) implements BatchPlan {}

  /**
   * A batch that cannot be run as a whole.
   *
   * @param refusal why
   */
  record Rejected(Refused refusal) implements BatchPlan {}

  /** Reads a batch of at most so many commands. */
  static BatchPlan of(JsonObject input, int most) {
    if (!(input.get("commands") instanceof JsonArray(List<Json> commands))) {
      return rejected("The batch has no array 'commands'.", "Send {\"commands\":[...]}.");
    }
    if (commands.isEmpty() || commands.size() > most) {
      return rejected(
          "A batch has 1 to " + most + " commands, this one has " + commands.size() + ".",
          "Send several batches of at most " + most + " commands.");
    }
    List<BatchEntry> entries = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (int index = 0; index < commands.size(); index++) {
      BatchEntry entry = EntryReading.of(index, commands.get(index));
      if (!ids.add(entry.id())) {
        return rejected(
            "Two commands of the batch have the id '" + entry.id() + "'.",
            "Give every command an id of its own, or none at all.");
      }
      entries.add(entry);
    }
    return new Accepted(List.copyOf(entries), BatchOptions.of(input.object("options")));
  }

  private static BatchPlan rejected(String message, String suggestion) {
    return new Rejected(Refused.because(ErrorCodes.INVALID_BATCH_REQUEST, message, suggestion));
  }
}
