package dev.baton.agent.core.frame;

import static dev.baton.core.json.JsonFields.object;
import static dev.baton.core.json.JsonFields.text;

import dev.baton.agent.core.event.Usage;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import java.util.Collection;
import java.util.List;

/**
 * Makes events of AG-UI, version 1. Its client strips what it does not know, with a warning, and
 * takes no null for an absent member. Source: streaming specification, sections 5.1 and 5.2.
 */
final class AgUiEvent {
  private AgUiEvent() {}

  static JsonObject runStarted(String sessionId, String runId) {
    return of("RUN_STARTED").put("threadId", sessionId).put("runId", runId).build();
  }

  static JsonObject snapshot(List<Json> messages) {
    return of("MESSAGES_SNAPSHOT").put("messages", new JsonArray(messages)).build();
  }

  /** The beginning, {@code STARTED}, or the end, {@code FINISHED}, of a step. */
  static JsonObject step(String edge, String name) {
    return of("STEP_" + edge).put("stepName", name).build();
  }

  static JsonObject textStart(String id) {
    return of("TEXT_MESSAGE_START").put("messageId", id).put("role", "assistant").build();
  }

  static JsonObject reasoningStart(String id) {
    return of("REASONING_MESSAGE_START").put("messageId", id).put("role", "reasoning").build();
  }

  /** An event about a message that has no more than its id. */
  static JsonObject message(String type, String id) {
    return of(type).put("messageId", id).build();
  }

  static JsonObject content(String type, String id, String delta) {
    return of(type).put("messageId", id).put("delta", delta).build();
  }

  static JsonObject callStart(String call, String name, String message) {
    return of("TOOL_CALL_START")
        .put("toolCallId", call)
        .put("toolCallName", name)
        .put("parentMessageId", message)
        .build();
  }

  static JsonObject callArguments(String call, String delta) {
    return of("TOOL_CALL_ARGS").put("toolCallId", call).put("delta", delta).build();
  }

  static JsonObject callEnd(String call) {
    return of("TOOL_CALL_END").put("toolCallId", call).build();
  }

  static JsonObject callResult(String call, String content) {
    return of("TOOL_CALL_RESULT")
        .put("messageId", AgUiMessages.resultOf(call))
        .put("toolCallId", call)
        .put("content", content)
        .put("role", "tool")
        .build();
  }

  static JsonObject custom(String name, JsonObject value) {
    return of("CUSTOM").put("name", "baton." + name).put("value", value).build();
  }

  /** The question of an {@code approval_required}, as an interrupt. */
  static JsonObject interrupt(JsonObject body) {
    return JsonObject.builder()
        .put("id", text(body, "approval_id"))
        .put("reason", "tool_approval")
        .putIfPresent("message", body.text("prompt"))
        .put("toolCallId", text(body, "tool_call_id"))
        .put("expiresAt", text(body, "expires_at"))
        .build();
  }

  static JsonObject interrupted(String sessionId, String runId, Collection<JsonObject> interrupts) {
    JsonObject outcome =
        JsonObject.builder()
            .put("type", "interrupt")
            .put("interrupts", new JsonArray(List.copyOf(interrupts)))
            .build();
    return finished(sessionId, runId).put("outcome", outcome).build();
  }

  static JsonObject done(String sessionId, String model, JsonObject body) {
    JsonObject result = JsonObject.builder().put("stop_reason", text(body, "stop_reason")).build();
    return finished(sessionId, text(body, "run_id"))
        .put("result", result)
        .put("outcome", success())
        .put("usage", JsonArray.of(usage(model, Usage.fromJson(object(body, "usage")))))
        .build();
  }

  static JsonObject cancelled(String sessionId, JsonObject body) {
    JsonObject result =
        JsonObject.builder().put("cancelled", true).put("reason", text(body, "reason")).build();
    return finished(sessionId, text(body, "run_id"))
        .put("result", result)
        .put("outcome", success())
        .build();
  }

  static JsonObject error(String code, String message) {
    return of("RUN_ERROR").put("message", message).put("code", code).build();
  }

  // Its count of input tokens is that of all of them.
  private static JsonObject usage(String model, Usage usage) {
    return JsonObject.builder()
        .put("model", model)
        .put("inputTokens", usage.allInput())
        .put("outputTokens", usage.output())
        .put("cachedInputTokens", usage.cacheRead())
        .build();
  }

  private static JsonObject success() {
    return JsonObject.builder().put("type", "success").build();
  }

  private static JsonObject.Builder finished(String sessionId, String runId) {
    return of("RUN_FINISHED").put("threadId", sessionId).put("runId", runId);
  }

  private static JsonObject.Builder of(String type) {
    return JsonObject.builder().put("type", type);
  }
}
