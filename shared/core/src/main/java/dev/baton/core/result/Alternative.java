package dev.baton.core.result;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Another output that was possible.
 *
 * @param data that output
 * @param reason why somebody may prefer it
 * @param confidence how sure it is, 0 to 1; null when nobody knows
 */
public record Alternative(Json data, String reason, @Nullable Double confidence) {

  /** The wire form. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("data", data)
        .put("reason", reason)
        .putIfPresent(
            "confidence", confidence == null ? null : new JsonNumber(confidence.toString()))
        .build();
  }
}
