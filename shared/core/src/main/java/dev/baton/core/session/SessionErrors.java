package dev.baton.core.session;

import dev.baton.core.result.ErrorCode;

/** The codes that every domain with sessions declares. Source: command specification, 1.2. */
public final class SessionErrors {
  /** No such session, or another owner's. */
  public static final ErrorCode SESSION_NOT_FOUND = new ErrorCode("SESSION_NOT_FOUND", 404, false);

  /** The session was ended. */
  public static final ErrorCode SESSION_CLOSED = new ErrorCode("SESSION_CLOSED", 410, false);

  /** The session reached a limit. */
  public static final ErrorCode SESSION_EXPIRED = new ErrorCode("SESSION_EXPIRED", 410, false);

  /** No attempt to reconnect is left. */
  public static final ErrorCode MAX_RECONNECTS = new ErrorCode("MAX_RECONNECTS", 409, false);

  /** The owner has too many live sessions. */
  public static final ErrorCode QUOTA_EXCEEDED = new ErrorCode("QUOTA_EXCEEDED", 429, false);

  /** The token is past its expiry. */
  public static final ErrorCode TOKEN_EXPIRED = new ErrorCode("TOKEN_EXPIRED", 401, false);

  /** A frame came before the token. */
  public static final ErrorCode NOT_AUTHENTICATED = new ErrorCode("NOT_AUTHENTICATED", 401, false);

  private SessionErrors() {}
}
