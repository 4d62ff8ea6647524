package dev.baton.core.session;

import dev.baton.core.frame.CloseReason;
import dev.baton.core.result.ErrorCode;
import dev.baton.core.result.ErrorCodes;

/**
 * Why a session refuses, as a command's error, an upgrade's status and a close reason. Source:
 * command specification, sections 5.2, 6.1 and 6.5.
 */
public enum SessionRefusal {
  /** The token is not the outstanding one. */
  INVALID_TOKEN(
      ErrorCodes.INVALID_TOKEN,
      401,
      CloseReason.INVALID_TOKEN,
      "The token is unknown, used or replaced."),
  /** No token is outstanding. */
  NO_TOKEN(
      ErrorCodes.INVALID_TOKEN, 403, CloseReason.INVALID_TOKEN, "The session has no unused token."),
  /** The token came later than the connection may take. */
  TOO_LATE(
      ErrorCodes.INVALID_TOKEN, 401, CloseReason.INVALID_TOKEN, "The token was sent too late."),
  /** The token is past its expiry. */
  TOKEN_EXPIRED(
      SessionErrors.TOKEN_EXPIRED, 401, CloseReason.TOKEN_EXPIRED, "The token has expired."),
  /** Too many wrong tokens, or too many connections without one. */
  FLOODED(
      ErrorCodes.RATE_LIMITED,
      429,
      CloseReason.RATE_LIMITED,
      "Too many connections tried to enter this session."),
  /** The session is of a protocol without sockets. */
  BAD_ENDPOINT(
      ErrorCodes.INVALID_TOKEN,
      401,
      CloseReason.BAD_ENDPOINT,
      "This endpoint does not serve the session."),
  /** The connection is authenticated already. */
  ALREADY_ATTACHED(
      ErrorCodes.CONFLICT, 409, CloseReason.PROTOCOL_ERROR, "The connection is authenticated."),
  /** A newer connection is there. */
  TAKEN_OVER(
      ErrorCodes.CONFLICT,
      409,
      CloseReason.TAKEN_OVER,
      "A newer connection took this session over."),
  /** The connection was lost, as far as the session knows. */
  NOT_CURRENT(ErrorCodes.CONFLICT, 409, CloseReason.INVALID_TOKEN, "This connection was given up."),
  /** A frame came before the token. */
  NOT_AUTHENTICATED(
      SessionErrors.NOT_AUTHENTICATED,
      401,
      CloseReason.INVALID_TOKEN,
      "The first frame must present the token."),
  /** The session is past its first connection. */
  NOT_PENDING(
      ErrorCodes.CONFLICT, 409, CloseReason.SESSION_CLOSED, "The session was connected already."),
  /** All attempts are used up. */
  MAX_RECONNECTS(
      SessionErrors.MAX_RECONNECTS,
      409,
      CloseReason.SESSION_CLOSED,
      "No attempt to reconnect is left."),
  /** The session was ended. */
  SESSION_CLOSED(
      SessionErrors.SESSION_CLOSED,
      410,
      CloseReason.SESSION_CLOSED,
      "This session was closed and cannot be resumed."),
  /** The session reached a limit. */
  SESSION_EXPIRED(
      SessionErrors.SESSION_EXPIRED,
      410,
      CloseReason.SESSION_EXPIRED,
      "This session has expired and cannot be resumed.");

  private final ErrorCode code;
  private final int upgradeStatus;
  private final CloseReason closeReason;
  private final String message;

  SessionRefusal(ErrorCode code, int upgradeStatus, CloseReason closeReason, String message) {
    this.code = code;
    this.upgradeStatus = upgradeStatus;
    this.closeReason = closeReason;
    this.message = message;
  }

  /** The error of a command. */
  public ErrorCode code() {
    return code;
  }

  /** The status of an upgrade that is refused. */
  public int upgradeStatus() {
    return upgradeStatus;
  }

  /** Why a connection that is open is closed. */
  public CloseReason closeReason() {
    return closeReason;
  }

  /** One sentence for the caller. */
  public String message() {
    return message;
  }
}
