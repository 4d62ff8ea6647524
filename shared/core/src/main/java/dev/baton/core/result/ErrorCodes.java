package dev.baton.core.result;

import java.util.List;

/**
 * The codes of all surfaces. A domain declares its own beside its commands. Source: command
 * specification, section 1.2.
 */
public final class ErrorCodes {

  /** The input does not match the command's declaration. */
  public static final ErrorCode VALIDATION_ERROR = new ErrorCode("VALIDATION_ERROR", 400, false);

  /** The body is no JSON within the limits. */
  public static final ErrorCode PARSE_ERROR = new ErrorCode("PARSE_ERROR", 400, false);

  /** An entry of a batch that names no callable command. */
  public static final ErrorCode INVALID_COMMAND_ARGS =
      new ErrorCode("INVALID_COMMAND_ARGS", 400, false);

  /** A batch that cannot be run as a whole. */
  public static final ErrorCode INVALID_BATCH_REQUEST =
      new ErrorCode("INVALID_BATCH_REQUEST", 400, false);

  /** A pipeline that cannot be run as a whole. */
  public static final ErrorCode INVALID_PIPELINE_REQUEST =
      new ErrorCode("INVALID_PIPELINE_REQUEST", 400, false);

  /** A cursor that this list did not give. */
  public static final ErrorCode INVALID_CURSOR = new ErrorCode("INVALID_CURSOR", 400, false);

  /** No usable credential. */
  public static final ErrorCode UNAUTHORIZED = new ErrorCode("UNAUTHORIZED", 401, false);

  /** A key or handoff token that is unknown, used or revoked. */
  public static final ErrorCode INVALID_TOKEN = new ErrorCode("INVALID_TOKEN", 401, false);

  /** A handoff token past its time. */
  public static final ErrorCode TOKEN_EXPIRED = new ErrorCode("TOKEN_EXPIRED", 401, false);

  /** The key's scopes do not cover the command. */
  public static final ErrorCode FORBIDDEN = new ErrorCode("FORBIDDEN", 403, false);

  /** The command is not on this surface. */
  public static final ErrorCode COMMAND_NOT_EXPOSED =
      new ErrorCode("COMMAND_NOT_EXPOSED", 403, false);

  /** A browser's origin that is not on the list. */
  public static final ErrorCode ORIGIN_NOT_ALLOWED =
      new ErrorCode("ORIGIN_NOT_ALLOWED", 403, false);

  /** No command of that name. */
  public static final ErrorCode COMMAND_NOT_FOUND = new ErrorCode("COMMAND_NOT_FOUND", 404, false);

  /** Nothing at this address or under this id. */
  public static final ErrorCode NOT_FOUND = new ErrorCode("NOT_FOUND", 404, false);

  /** No such room, or none that the caller may know of. */
  public static final ErrorCode ROOM_NOT_FOUND = new ErrorCode("ROOM_NOT_FOUND", 404, false);

  /** No such session, or another owner's. */
  public static final ErrorCode SESSION_NOT_FOUND = new ErrorCode("SESSION_NOT_FOUND", 404, false);

  /** Another method than those a path has. */
  public static final ErrorCode METHOD_NOT_ALLOWED =
      new ErrorCode("METHOD_NOT_ALLOWED", 405, false);

  /** A write race lost after bounded retries, or something moved since the caller looked. */
  public static final ErrorCode CONFLICT = new ErrorCode("CONFLICT", 409, true);

  /** The room has no place left. */
  public static final ErrorCode ROOM_FULL = new ErrorCode("ROOM_FULL", 409, true);

  /** Nobody answered for a call in time, so it was refused. */
  public static final ErrorCode APPROVAL_EXPIRED = new ErrorCode("APPROVAL_EXPIRED", 409, false);

  /** The session has no attempt to reconnect left. */
  public static final ErrorCode MAX_RECONNECTS = new ErrorCode("MAX_RECONNECTS", 409, false);

  /** The first call with the same key still runs. */
  public static final ErrorCode IDEMPOTENCY_IN_PROGRESS =
      new ErrorCode("IDEMPOTENCY_IN_PROGRESS", 409, true);

  /** The session was closed for good. */
  public static final ErrorCode SESSION_CLOSED = new ErrorCode("SESSION_CLOSED", 410, false);

  /** The session ran out of time. */
  public static final ErrorCode SESSION_EXPIRED = new ErrorCode("SESSION_EXPIRED", 410, false);

  /** What followed the cursor is no longer kept. */
  public static final ErrorCode CURSOR_EXPIRED = new ErrorCode("CURSOR_EXPIRED", 410, false);

  /** The events of a run are no longer kept. */
  public static final ErrorCode LOG_EXPIRED = new ErrorCode("LOG_EXPIRED", 410, false);

  /** A body longer than allowed. */
  public static final ErrorCode PAYLOAD_TOO_LARGE = new ErrorCode("PAYLOAD_TOO_LARGE", 413, false);

  /** A body that does not claim to be JSON. */
  public static final ErrorCode UNSUPPORTED_MEDIA_TYPE =
      new ErrorCode("UNSUPPORTED_MEDIA_TYPE", 415, false);

  /** The same key, other content. */
  public static final ErrorCode IDEMPOTENCY_KEY_REUSED =
      new ErrorCode("IDEMPOTENCY_KEY_REUSED", 422, false);

  /** The caller is over a rate. */
  public static final ErrorCode RATE_LIMITED = new ErrorCode("RATE_LIMITED", 429, true);

  /** The caller has too many live things of a kind. */
  public static final ErrorCode QUOTA_EXCEEDED = new ErrorCode("QUOTA_EXCEEDED", 429, false);

  /** A fault of Baton's own. */
  public static final ErrorCode INTERNAL_ERROR = new ErrorCode("INTERNAL_ERROR", 500, true);

  /** Something that Baton does not offer. */
  public static final ErrorCode NOT_IMPLEMENTED = new ErrorCode("NOT_IMPLEMENTED", 501, false);

  /** Something Baton needs does not answer. */
  public static final ErrorCode SERVICE_UNAVAILABLE =
      new ErrorCode("SERVICE_UNAVAILABLE", 503, true);

  /** No answer in time; the outcome is unknown. */
  public static final ErrorCode TIMEOUT = new ErrorCode("TIMEOUT", 504, true);

  /** In a batch or pipeline: never begun. Only in bodies. */
  public static final ErrorCode COMMAND_SKIPPED = new ErrorCode("COMMAND_SKIPPED", 400, false);

  /** In a batch: never begun for lack of time. Only in bodies. */
  public static final ErrorCode BATCH_TIMEOUT = new ErrorCode("BATCH_TIMEOUT", 504, true);

  /** In a pipeline: never begun for lack of time. Only in bodies. */
  public static final ErrorCode PIPELINE_TIMEOUT = new ErrorCode("PIPELINE_TIMEOUT", 504, true);

  /** On a socket: a frame before authentication. Only in frames. */
  public static final ErrorCode NOT_AUTHENTICATED = new ErrorCode("NOT_AUTHENTICATED", 401, false);

  /** On a socket: an action that nobody serves. Only in frames. */
  public static final ErrorCode UNKNOWN_ACTION = new ErrorCode("UNKNOWN_ACTION", 400, false);

  /** The codes that every command has from the edge, declared or not. */
  public static final List<ErrorCode> OF_EVERY_COMMAND =
      List.of(
          VALIDATION_ERROR,
          PARSE_ERROR,
          UNAUTHORIZED,
          INVALID_TOKEN,
          FORBIDDEN,
          COMMAND_NOT_EXPOSED,
          METHOD_NOT_ALLOWED,
          PAYLOAD_TOO_LARGE,
          UNSUPPORTED_MEDIA_TYPE,
          CONFLICT,
          IDEMPOTENCY_IN_PROGRESS,
          IDEMPOTENCY_KEY_REUSED,
          RATE_LIMITED,
          INTERNAL_ERROR,
          SERVICE_UNAVAILABLE,
          TIMEOUT);

  private ErrorCodes() {}
}
