package dev.baton.agent.core.event;

import dev.baton.core.json.JsonObject;
import dev.baton.shell.json.JsonReader;
import dev.baton.shell.json.JsonReading;

/** Reads the texts of events for tests. */
public final class Bodies {
  private static final JsonReader READER = JsonReader.refusingDuplicates(64);

  private Bodies() {}

  /** The object of a text; anything else is a failure. */
  public static JsonObject read(String text) {
    return switch (READER.read(text)) {
      case JsonReading.Readable(JsonObject object) -> object;
      case JsonReading other -> throw new AssertionError(other + " of " + text);
    };
  }
}
