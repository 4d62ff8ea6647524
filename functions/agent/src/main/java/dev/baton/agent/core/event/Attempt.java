package dev.baton.agent.core.event;

import static dev.baton.core.json.JsonFields.numberOrNull;

import dev.baton.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Which answer of the model the log is about, and what may follow when it was withdrawn. Source:
 * streaming specification, section 3.3, rule 5.
 *
 * @param turn the number of the turn; 0 before the first
 * @param number the number of the attempt
 * @param messageId the message that it makes
 * @param withdrawn whether it was withdrawn
 * @param retries how many calls failed unseen since then; each may count as an attempt
 */
record Attempt(long turn, long number, String messageId, boolean withdrawn, int retries) {
  static final Attempt NONE = new Attempt(0, 0, "", false, 0);

  /** What the event breaks; null when it may come. */
  @Nullable String broken(EventType type, JsonObject payload) {
    Attempt other = of(payload);
    if (type == EventType.WITHDRAWN && !isOf(other)) {
      return "What is withdrawn is not what was started.";
    }
    if (type != EventType.TURN_STARTED || !withdrawn) {
      return null;
    }
    if (other.turn != turn || other.messageId.equals(messageId)) {
      return "After a withdrawal the same turn makes a new message.";
    }
    boolean next = other.number > number && other.number <= number + 1 + retries;
    return next ? null : "After a withdrawal comes the next attempt.";
  }

  /** The attempt after an event that breaks nothing. */
  Attempt after(EventType type, JsonObject payload) {
    return switch (type) {
      case TURN_STARTED -> of(payload);
      case WITHDRAWN -> new Attempt(turn, number, messageId, true, 0);
      case RETRYING -> withdrawn ? new Attempt(turn, number, messageId, true, retries + 1) : this;
      case RUN_STARTED,
          THINKING,
          TOKEN,
          TOOL_CALL_DELTA,
          TOOL_CALL,
          APPROVAL_REQUIRED,
          APPROVAL_RESOLVED,
          TOOL_RESULT,
          TURN_FINISHED,
          RUN_RESUMED,
          DONE,
          ERROR,
          CANCELLED ->
          this;
    };
  }

  private boolean isOf(Attempt other) {
    return turn == other.turn && number == other.number && messageId.equals(other.messageId);
  }

  private static Attempt of(JsonObject payload) {
    Long turn = numberOrNull(payload, "turn");
    Long number = numberOrNull(payload, "attempt");
    String message = payload.text("message_id");
    return new Attempt(
        turn == null ? 0 : turn,
        number == null ? 0 : number,
        message == null ? "" : message,
        false,
        0);
  }
}
