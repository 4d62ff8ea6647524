package dev.baton.core.result;

import dev.baton.core.json.JsonObject;
import dev.baton.core.time.UtcText;
import org.jspecify.annotations.Nullable;

/**
 * The circumstances of one answer.
 *
 * @param executionTimeMs how long it took, in milliseconds
 * @param commandVersion the command's version; null when no command was reached
 * @param traceId the id that joins the answer with its log lines
 * @param timestamp when it was made, in milliseconds since 1970
 */
public record ResultMetadata(
    long executionTimeMs, @Nullable String commandVersion, String traceId, long timestamp) {

  /** The wire form. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("executionTimeMs", executionTimeMs)
        .putIfPresent("commandVersion", commandVersion)
        .put("traceId", traceId)
        .put("timestamp", UtcText.write(timestamp))
        .build();
  }
}
