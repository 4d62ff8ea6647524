package dev.baton.agent.core.frame;

import static dev.baton.core.json.JsonFields.flag;
import static dev.baton.core.json.JsonFields.text;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Makes chunks of the UI message stream, version 1, out of the bodies of events. Older clients
 * refuse a chunk with a member that they do not know, so none has one more than it needs. Source:
 * streaming specification, sections 5.1 and 5.2.
 */
final class AiSdkChunk {
  private AiSdkChunk() {}

  static JsonObject start(JsonObject body) {
    JsonObject metadata =
        JsonObject.builder()
            .put("session_id", text(body, "session_id"))
            .put("run_id", text(body, "run_id"))
            .put("model", text(body, "model"))
            .build();
    return of("start")
        .put("messageId", text(body, "run_id"))
        .put("messageMetadata", metadata)
        .build();
  }

  /** A chunk that has no more than its type. */
  static JsonObject bare(String type) {
    return of(type).build();
  }

  /** The beginning, {@code start}, or the end, {@code end}, of a text or of a reasoning. */
  static JsonObject edge(String kind, String edge, String id) {
    return of(kind + "-" + edge).put("id", id).build();
  }

  static JsonObject delta(String kind, String id, String delta) {
    return of(kind + "-delta").put("id", id).put("delta", delta).build();
  }

  static JsonObject inputStart(String call, String name) {
    return ours(of("tool-input-start").put("toolCallId", call).put("toolName", name)).build();
  }

  static JsonObject inputDelta(String call, String partial) {
    return of("tool-input-delta").put("toolCallId", call).put("inputTextDelta", partial).build();
  }

  static JsonObject inputAvailable(JsonObject body) {
    return ours(of("tool-input-available")
            .put("toolCallId", text(body, "tool_call_id"))
            .put("toolName", text(body, "name"))
            .put("input", orNull(body.get("args"))))
        .build();
  }

  static JsonObject inputError(String call, String name, String raw) {
    return ours(of("tool-input-error")
            .put("toolCallId", call)
            .put("toolName", name)
            .put("input", raw)
            .put("errorText", "The arguments of this call were cut off."))
        .build();
  }

  static JsonObject approvalRequest(JsonObject body) {
    return of("tool-approval-request")
        .put("approvalId", text(body, "approval_id"))
        .put("toolCallId", text(body, "tool_call_id"))
        .build();
  }

  static JsonObject denied(JsonObject body) {
    return of("tool-output-denied").put("toolCallId", text(body, "tool_call_id")).build();
  }

  static JsonObject output(JsonObject body) {
    String call = text(body, "tool_call_id");
    Json result = orNull(body.get("result"));
    return flag(body, "is_error")
        ? ours(of("tool-output-error").put("toolCallId", call).put("errorText", said(body, result)))
            .build()
        : ours(of("tool-output-available").put("toolCallId", call).put("output", result)).build();
  }

  static JsonObject transientData(String name, JsonObject data) {
    return of("data-baton-" + name).put("data", data).put("transient", true).build();
  }

  static JsonObject finish(JsonObject body) {
    JsonObject metadata =
        JsonObject.builder()
            .put("usage", orNull(body.get("usage")))
            .putIfPresent("cost_usd", body.get("cost_usd"))
            .build();
    return of("finish")
        .put("finishReason", finishReason(text(body, "stop_reason")))
        .put("messageMetadata", metadata)
        .build();
  }

  static JsonObject error(JsonObject body) {
    return of("error").put("errorText", text(body, "code") + ": " + text(body, "error")).build();
  }

  static JsonObject abort(JsonObject body) {
    return of("abort").put("reason", text(body, "reason")).build();
  }

  private static String finishReason(String stopReason) {
    return switch (stopReason) {
      case "end_turn", "stop_sequence" -> "stop";
      case "max_tokens" -> "length";
      case "refusal" -> "content-filter";
      default -> "other";
    };
  }

  private static String said(JsonObject body, Json result) {
    String code = text(body, "code");
    String message = result instanceof JsonObject object ? object.text("message") : null;
    return code + ": " + (message == null ? result.write() : message);
  }

  // The tools run here, and the client knows none of them beforehand.
  private static JsonObject.Builder ours(JsonObject.Builder chunk) {
    return chunk.put("dynamic", true).put("providerExecuted", true);
  }

  private static Json orNull(@Nullable Json value) {
    return value == null ? JsonNull.NULL : value;
  }

  private static JsonObject.Builder of(String type) {
    return JsonObject.builder().put("type", type);
  }
}
