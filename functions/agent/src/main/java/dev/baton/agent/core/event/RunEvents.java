package dev.baton.agent.core.event;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.core.time.UtcText;
import org.jspecify.annotations.Nullable;

/** Makes events of the course of a run. Source: streaming specification, section 3.1. */
public final class RunEvents {
  private RunEvents() {}

  /** A run was committed. */
  public static AgentEvent runStarted(String sessionId, String model) {
    return event(
        EventType.RUN_STARTED,
        JsonObject.builder().put("session_id", sessionId).put("model", model).put("attempt", 1));
  }

  /**
   * Another worker goes on.
   *
   * @param attempt the number of the worker, from 1
   * @param reason {@code deadline}, {@code approval} or {@code reinvoked}
   */
  public static AgentEvent runResumed(int attempt, String reason) {
    return event(
        EventType.RUN_RESUMED, JsonObject.builder().put("attempt", attempt).put("reason", reason));
  }

  /** A call of the model will be repeated after so many milliseconds. */
  public static AgentEvent retrying(int turn, int attempt, String code, long waitMs) {
    return event(
        EventType.RETRYING,
        JsonObject.builder()
            .put("turn", turn)
            .put("attempt", attempt)
            .put("code", code)
            .put("wait_ms", waitMs));
  }

  /** A call waits for a person until then, milliseconds since 1970. */
  public static AgentEvent approvalRequired(
      String approvalId,
      String toolCallId,
      String name,
      Json args,
      @Nullable String prompt,
      long expiresAt) {
    return event(
        EventType.APPROVAL_REQUIRED,
        JsonObject.builder()
            .put("approval_id", approvalId)
            .put("tool_call_id", toolCallId)
            .put("name", name)
            .put("args", args)
            .putIfPresent("prompt", prompt)
            .put("expires_at", UtcText.write(expiresAt)));
  }

  /**
   * A call that waited was answered.
   *
   * @param by {@code owner}, {@code timer} or {@code cancel}
   */
  public static AgentEvent approvalResolved(
      String approvalId, String toolCallId, boolean approved, String by) {
    return event(
        EventType.APPROVAL_RESOLVED,
        JsonObject.builder()
            .put("approval_id", approvalId)
            .put("tool_call_id", toolCallId)
            .put("approved", approved)
            .put("by", by));
  }

  /** The run ended well. Cost in billionths of a dollar; null when the model has no price. */
  public static AgentEvent done(
      Usage usage, String stopReason, int turns, long durationMs, @Nullable Long costNanos) {
    return event(
        EventType.DONE,
        JsonObject.builder()
            .put("usage", usage.toJson())
            .put("stop_reason", stopReason)
            .put("turns", turns)
            .put("duration_ms", durationMs)
            .putIfPresent("cost_usd", Dollars.ofNanos(costNanos)));
  }

  /** The run ended badly. */
  public static AgentEvent error(RunError error, Usage usage) {
    Long seconds = error.retryAfterSeconds();
    return event(
        EventType.ERROR,
        JsonObject.builder()
            .put("error", error.code().sentence())
            .put("code", error.code().name())
            .put("retryable", error.code().isRetryable())
            .putIfPresent("retry_after_s", seconds == null ? null : Json.of(seconds))
            .put("usage", usage.toJson()));
  }

  /**
   * The run was called off.
   *
   * @param reason {@code owner}, {@code viewer_gone}, {@code session_expired} or {@code
   *     session_ended}
   */
  public static AgentEvent cancelled(String reason, Usage usage) {
    return event(
        EventType.CANCELLED,
        JsonObject.builder().put("reason", reason).put("usage", usage.toJson()));
  }

  private static AgentEvent event(EventType type, JsonObject.Builder payload) {
    return new AgentEvent(type, payload.build());
  }
}
