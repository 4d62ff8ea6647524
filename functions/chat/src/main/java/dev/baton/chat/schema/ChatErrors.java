package dev.baton.chat.schema;

import dev.baton.core.json.JsonObject;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.result.Refused;
import dev.baton.core.session.SessionRefusal;
import org.jspecify.annotations.Nullable;

/** The refusals of chat commands. Source: command specification, sections 5 and 7. */
public final class ChatErrors {
  private ChatErrors() {}

  /** The answer for a room that is missing or that the caller may not enter. */
  public static Refused noRoom(String roomId) {
    return Refused.because(
        ErrorCodes.ROOM_NOT_FOUND,
        "There is no room '" + roomId + "'.",
        "Check the room id; chat-connect or chat-send creates an open room on first use.");
  }

  /** The answer for a room that takes nobody in. */
  public static Refused full(String roomId) {
    return Refused.because(
        ErrorCodes.ROOM_FULL,
        "The room '" + roomId + "' is full.",
        "Try again when somebody has left, or follow the room with chat-poll.");
  }

  /** The answer for a session that is missing or another owner's. */
  public static Refused noSession() {
    return Refused.because(
        ErrorCodes.SESSION_NOT_FOUND,
        "There is no such session.",
        "Check the session id; chat-connect starts a session.");
  }

  /** The answer for a cursor that names no place in the room. */
  public static Refused invalidCursor(String field) {
    return Refused.because(
        ErrorCodes.INVALID_CURSOR,
        field + " is the id of no message of this room.",
        "Send the id of a message as it was received, or leave " + field + " out.");
  }

  /**
   * The answer for a cursor whose following messages are no longer kept.
   *
   * @param oldest the oldest message that is; null when there is none
   */
  public static Refused expiredCursor(String field, @Nullable String oldest) {
    return Refused.because(
        ErrorCodes.CURSOR_EXPIRED,
        "Messages right after " + field + " are no longer kept.",
        "Leave " + field + " out to begin with the oldest message that is kept.",
        JsonObject.builder().putIfPresent("oldestMessageId", oldest).build());
  }

  /** The answer for a caller with too many live sessions. */
  public static Refused quota(int most) {
    return Refused.because(
        ErrorCodes.QUOTA_EXCEEDED,
        "The caller has " + most + " live sessions already.",
        "End sessions that are not needed with chat-disconnect.");
  }

  /** The answer for a write that others were faster than, again and again. */
  public static Refused contended() {
    return Refused.because(
        ErrorCodes.CONFLICT,
        "Others changed the same session at the same time.",
        "Send the same request again.");
  }

  /** The answer for a room in which too many write at once. */
  public static Refused busy(String roomId) {
    return Refused.because(
            ErrorCodes.SERVICE_UNAVAILABLE,
            "Too many write to room '" + roomId + "' at once; nothing was stored.",
            "Send the same message again, with the same clientMessageId or Idempotency-Key.")
        .retryAfter(1);
  }

  /** The answer for a client's own id that named another text before. */
  public static Refused reused() {
    return Refused.because(
        ErrorCodes.IDEMPOTENCY_KEY_REUSED,
        "This clientMessageId was used for another text in this room.",
        "Send another clientMessageId for another text.");
  }

  /** The answer for a session that refuses. */
  public static Refused refused(SessionRefusal refusal, String sessionId) {
    return switch (refusal) {
      case SESSION_CLOSED, SESSION_EXPIRED ->
          Refused.because(
              refusal.code(),
              refusal.message(),
              "Call chat-connect with the same roomId to start a new session.");
      case MAX_RECONNECTS ->
          Refused.because(
              refusal.code(),
              refusal.message(),
              "End the session with chat-disconnect and call chat-connect for a new one.");
      default ->
          Refused.because(
              refusal.code(),
              refusal.message(),
              "Call chat-reconnect for a fresh token of this session.",
              JsonObject.builder().put("sessionId", sessionId).build());
    };
  }

  /** The answer to a repeated call whose session is no longer the fresh one that it made. */
  public static Refused usedSession(String sessionId) {
    return Refused.because(
        ErrorCodes.CONFLICT,
        "The session that this call made was used or has ended.",
        "Call chat-reconnect with this sessionId, or send another Idempotency-Key.",
        JsonObject.builder().put("sessionId", sessionId).build());
  }
}
