package dev.baton.gateway.core.stream;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.gateway.core.call.Envelope;
import java.util.ArrayList;
import java.util.List;

/**
 * A result as the chunks of a stream, of which exactly the last one ends it. Source: command
 * specification, section 3.8.
 */
public final class StreamChunks {
  private StreamChunks() {}

  /**
   * The chunks of a result.
   *
   * @param result the result
   * @param durationMs how long it took, in milliseconds
   */
  public static List<JsonObject> of(Envelope result, long durationMs) {
    JsonObject error = result.error();
    if (!result.success() && error != null) {
      return List.of(failed(error));
    }
    List<JsonObject> chunks = new ArrayList<>(data(result));
    chunks.add(complete(result, chunks.size(), durationMs));
    return List.copyOf(chunks);
  }

  /** The chunks as the body of a {@code text/event-stream}. */
  public static String write(List<JsonObject> chunks) {
    StringBuilder text = new StringBuilder();
    chunks.forEach(
        chunk -> text.append("event: chunk\ndata: ").append(chunk.write()).append("\n\n"));
    return text.toString();
  }

  private static List<JsonObject> data(Envelope result) {
    Json data = result.data();
    List<Json> parts =
        data == null
            ? List.of()
            : data instanceof JsonArray(List<Json> elements) ? elements : List.of(data);
    List<JsonObject> chunks = new ArrayList<>();
    for (int index = 0; index < parts.size(); index++) {
      chunks.add(
          JsonObject.builder()
              .put("type", "data")
              .put("data", parts.get(index))
              .put("index", index)
              .put("isLast", index == parts.size() - 1)
              .build());
    }
    return chunks;
  }

  private static JsonObject complete(Envelope result, int chunks, long durationMs) {
    return JsonObject.builder()
        .put("type", "complete")
        .put("totalChunks", chunks)
        .put("totalDurationMs", durationMs)
        .putIfPresent("confidence", result.json().get("confidence"))
        .putIfPresent("reasoning", result.json().get("reasoning"))
        .putIfPresent("metadata", result.json().get("metadata"))
        .build();
  }

  private static JsonObject failed(JsonObject error) {
    return JsonObject.builder()
        .put("type", "error")
        .put("error", error)
        .put("chunksBeforeError", 0)
        .put("recoverable", Json.of(true).equals(error.get("retryable")))
        .build();
  }
}
