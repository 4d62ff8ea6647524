package dev.baton.agent.core.event;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * Makes events of one turn: what the model says, and what its calls give. Source: streaming
 * specification, section 3.1.
 */
public final class TurnEvents {
  private TurnEvents() {}

  /** The model began to answer. */
  public static AgentEvent turnStarted(int turn, int attempt, String messageId) {
    return event(
        EventType.TURN_STARTED,
        JsonObject.builder()
            .put("turn", turn)
            .put("attempt", attempt)
            .put("message_id", messageId));
  }

  /** A piece of the model's thinking, of the block at that index of the message. */
  public static AgentEvent thinking(String text, String messageId, int index) {
    return piece(EventType.THINKING, text, messageId, index);
  }

  /** A piece of the model's text, of the block at that index of the message. */
  public static AgentEvent token(String text, String messageId, int index) {
    return piece(EventType.TOKEN, text, messageId, index);
  }

  /** A piece of the text of a call's arguments; the first piece of a call is empty. */
  public static AgentEvent toolCallDelta(
      String toolCallId, String name, String partial, String messageId, int index) {
    return event(
        EventType.TOOL_CALL_DELTA,
        JsonObject.builder()
            .put("tool_call_id", toolCallId)
            .put("name", name)
            .put("partial", partial)
            .put("message_id", messageId)
            .put("index", index));
  }

  /** A call with its arguments. */
  public static AgentEvent toolCall(
      String toolCallId, String name, Json args, boolean invalid, String messageId, int index) {
    return event(
        EventType.TOOL_CALL,
        JsonObject.builder()
            .put("name", name)
            .put("args", args)
            .put("tool_call_id", toolCallId)
            .put("message_id", messageId)
            .put("index", index)
            .putIfPresent("args_invalid", invalid ? Json.of(true) : null));
  }

  /**
   * A call ended well.
   *
   * @param bytes the size of the whole result when it was cut, else null
   */
  public static AgentEvent toolResult(
      String toolCallId, String name, Json result, long durationMs, @Nullable Long bytes) {
    return event(
        EventType.TOOL_RESULT,
        JsonObject.builder()
            .put("result", result)
            .put("tool_call_id", toolCallId)
            .put("name", name)
            .put("is_error", false)
            .put("duration_ms", durationMs)
            .putIfPresent("truncated", bytes == null ? null : Json.of(true))
            .putIfPresent("bytes", bytes == null ? null : Json.of(bytes)));
  }

  /** A call ended badly, or never ran. */
  public static AgentEvent toolFailure(
      String toolCallId, String name, String code, String message, long durationMs) {
    return toolFailure(
        toolCallId,
        name,
        code,
        JsonObject.builder().put("code", code).put("message", message).build(),
        durationMs);
  }

  /** A call was refused with this object, which has a code and a message. */
  public static AgentEvent toolFailure(
      String toolCallId, String name, String code, JsonObject result, long durationMs) {
    return event(
        EventType.TOOL_RESULT,
        JsonObject.builder()
            .put("result", result)
            .put("tool_call_id", toolCallId)
            .put("name", name)
            .put("is_error", true)
            .put("code", code)
            .put("duration_ms", durationMs));
  }

  /** All results of the turn are in. */
  public static AgentEvent turnFinished(
      int turn, String messageId, String stopReason, Usage usage) {
    return event(
        EventType.TURN_FINISHED,
        JsonObject.builder()
            .put("turn", turn)
            .put("message_id", messageId)
            .put("stop_reason", stopReason)
            .put("usage", usage.toJson()));
  }

  /** Everything since that turn's start, at {@code fromSeq}, is void. */
  public static AgentEvent withdrawn(
      int turn, int attempt, String messageId, long fromSeq, String code) {
    return event(
        EventType.WITHDRAWN,
        JsonObject.builder()
            .put("turn", turn)
            .put("attempt", attempt)
            .put("message_id", messageId)
            .put("from_seq", fromSeq)
            .put("code", code));
  }

  private static AgentEvent piece(EventType type, String text, String messageId, int index) {
    return event(
        type,
        JsonObject.builder()
            .put("text", new JsonText(text))
            .put("message_id", messageId)
            .put("index", index));
  }

  private static AgentEvent event(EventType type, JsonObject.Builder payload) {
    return new AgentEvent(type, payload.build());
  }
}
