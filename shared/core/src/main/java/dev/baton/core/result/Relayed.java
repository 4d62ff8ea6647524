package dev.baton.core.result;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;

/**
 * The answer of another command, passed on as it came: with its own metadata, so that whoever asked
 * in between adds and loses nothing.
 *
 * @param status the HTTP status it came with
 * @param envelope the whole of it
 */
public record Relayed(int status, JsonObject envelope) implements CommandResult {

  /** An answer that says whether it succeeded and how it came about. */
  public Relayed {
    boolean success = Json.of(true).equals(envelope.get("success"));
    if (envelope.object("metadata") == null || !envelope.has(success ? "data" : "error")) {
      throw new IllegalArgumentException("What is passed on is no whole result.");
    }
  }

  /** Whether it is the stored answer of an earlier call. */
  public boolean isReplay() {
    JsonObject metadata = envelope.object("metadata");
    return metadata != null && Json.of(true).equals(metadata.get("replayed"));
  }
}
