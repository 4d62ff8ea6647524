package dev.baton.agent.store;

import dev.baton.core.json.JsonObject;
import dev.baton.shell.json.JsonReader;

/** Reads the texts of logged events. Thread-safe. */
public final class EventBody {
  // What a model nests is bounded by the API; what tools nest, by the commands.
  private static final int DEEPEST = 200;
  private static final JsonReader READER = JsonReader.keepingDuplicates(DEEPEST);

  private EventBody() {}

  /** The event as the object that its text is. */
  public static JsonObject read(String text) {
    return (JsonObject) READER.readOwn(text);
  }
}
