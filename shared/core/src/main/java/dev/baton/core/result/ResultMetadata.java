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
 * @param replayed whether this is the stored answer of an earlier call
 */
public record ResultMetadata(
    long executionTimeMs,
    @Nullable String commandVersion,
    String traceId,
    long timestamp,
    boolean replayed) {

  /** The circumstances of an answer that was just made. */
  public ResultMetadata(
      long executionTimeMs, @Nullable String commandVersion, String traceId, long timestamp) {
    this(executionTimeMs, commandVersion, traceId, timestamp, false);
  }

  /** The same circumstances of a stored answer. */
  public ResultMetadata ofReplay() {
    return new ResultMetadata(executionTimeMs, commandVersion, traceId, timestamp, true);
  }

  /** The wire form, with the hints of the result when there are some. */
  public JsonObject toJson(JsonObject hints) {
    JsonObject.Builder metadata =
        JsonObject.builder()
            .put("executionTimeMs", executionTimeMs)
            .putIfPresent("commandVersion", commandVersion)
            .put("traceId", traceId)
            .put("timestamp", UtcText.write(timestamp));
    if (replayed) {
      metadata.put("replayed", true);
    }
    return hints.members().isEmpty() ? metadata.build() : metadata.put("agentHints", hints).build();
  }
}
