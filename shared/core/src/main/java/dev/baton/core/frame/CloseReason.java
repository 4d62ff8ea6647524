package dev.baton.core.frame;

/**
 * Why the server closes a connection. API Gateway sends no close code of ours, so the code travels
 * in the last frame. Source: command specification, section 6.5, but for its 4003: a token of
 * another session is a wrong one.
 */
public enum CloseReason {
  /** The session is of another protocol than the endpoint. */
  BAD_ENDPOINT(4000, "bad-endpoint", "This endpoint does not serve the session.", false),
  /** The token is missing, unknown, used or replaced, or came too late. */
  INVALID_TOKEN(4001, "invalid-token", "The connection did not present a usable token.", true),
  /** The token is past its expiry. */
  TOKEN_EXPIRED(4002, "token-expired", "The token has expired.", true),
  /** A newer connection of the session is there. */
  TAKEN_OVER(4004, "taken-over", "A newer connection took this session over.", false),
  /** The end command. */
  SESSION_CLOSED(4005, "session-closed", "The session was closed by its owner.", false),
  /** The key or the access to the resource was withdrawn. */
  ACCESS_WITHDRAWN(4005, "session-closed", "Access to the session was withdrawn.", false),
  /** The session was idle, reached its longest life or was not resumed in time. */
  SESSION_EXPIRED(4006, "session-expired", "The session has expired.", false),
  /** Too many refused frames in a minute. */
  RATE_LIMITED(4007, "rate-limited", "The connection sent far more than its limits.", true),
  /** Too many frames that cannot be read. */
  PROTOCOL_ERROR(
      4008, "protocol-error", "Too many frames of this connection were malformed.", true);

  private final int code;
  private final String wireName;
  private final String message;
  private final boolean reconnect;

  CloseReason(int code, String wireName, String message, boolean reconnect) {
    this.code = code;
    this.wireName = wireName;
    this.message = message;
    this.reconnect = reconnect;
  }

  /** The close code, 4000 to 4008. */
  public int code() {
    return code;
  }

  /** The reason as clients read it. */
  public String wireName() {
    return wireName;
  }

  /** One sentence for the client. */
  public String message() {
    return message;
  }

  /** Whether asking for a new token may help. */
  public boolean reconnect() {
    return reconnect;
  }

  /** What the client should do next. */
  public String suggestion(WayBack way) {
    return switch (this) {
      case BAD_ENDPOINT, SESSION_CLOSED, ACCESS_WITHDRAWN, SESSION_EXPIRED ->
          "Call " + way.start() + " for a new session.";
      case TAKEN_OVER -> "Use the newer connection; do not reconnect.";
      case INVALID_TOKEN, TOKEN_EXPIRED ->
          "Call " + way.reconnect() + " for a fresh token of the same session.";
      case RATE_LIMITED -> "Wait a minute, then call " + way.reconnect() + ".";
      case PROTOCOL_ERROR ->
          "Send JSON objects with an action, then call " + way.reconnect() + " to resume.";
    };
  }
}
