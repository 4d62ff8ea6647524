package dev.baton.core.result;

import java.util.List;

/** The codes that every command can answer. A domain declares its own beside its commands. */
public final class ErrorCodes {

  /** The input does not match the command's declaration. */
  public static final ErrorCode VALIDATION_ERROR = new ErrorCode("VALIDATION_ERROR", 400, false);

  /** The body is no JSON within the limits. */
  public static final ErrorCode PARSE_ERROR = new ErrorCode("PARSE_ERROR", 400, false);

  /** A cursor that this list did not give. */
  public static final ErrorCode INVALID_CURSOR = new ErrorCode("INVALID_CURSOR", 400, false);

  /** No usable credential. */
  public static final ErrorCode UNAUTHORIZED = new ErrorCode("UNAUTHORIZED", 401, false);

  /** A key that is unknown or revoked. */
  public static final ErrorCode INVALID_TOKEN = new ErrorCode("INVALID_TOKEN", 401, false);

  /** The key's scopes do not cover the command. */
  public static final ErrorCode FORBIDDEN = new ErrorCode("FORBIDDEN", 403, false);

  /** Another method than the one a path has. */
  public static final ErrorCode METHOD_NOT_ALLOWED =
      new ErrorCode("METHOD_NOT_ALLOWED", 405, false);

  /** A body longer than the command takes. */
  public static final ErrorCode PAYLOAD_TOO_LARGE = new ErrorCode("PAYLOAD_TOO_LARGE", 413, false);

  /** A body that does not claim to be JSON. */
  public static final ErrorCode UNSUPPORTED_MEDIA_TYPE =
      new ErrorCode("UNSUPPORTED_MEDIA_TYPE", 415, false);

  /** A write race lost after bounded retries, or something moved since the caller looked. */
  public static final ErrorCode CONFLICT = new ErrorCode("CONFLICT", 409, true);

  /** The caller is over a rate. */
  public static final ErrorCode RATE_LIMITED = new ErrorCode("RATE_LIMITED", 429, true);

  /** A fault of Baton's own. */
  public static final ErrorCode INTERNAL_ERROR = new ErrorCode("INTERNAL_ERROR", 500, true);

  /** Something Baton needs does not answer. */
  public static final ErrorCode SERVICE_UNAVAILABLE =
      new ErrorCode("SERVICE_UNAVAILABLE", 503, true);

  /** The codes that every command has from the edge, declared or not. */
  public static final List<ErrorCode> OF_EVERY_COMMAND =
      List.of(
          VALIDATION_ERROR,
          PARSE_ERROR,
          UNAUTHORIZED,
          INVALID_TOKEN,
          FORBIDDEN,
          METHOD_NOT_ALLOWED,
          PAYLOAD_TOO_LARGE,
          UNSUPPORTED_MEDIA_TYPE,
          RATE_LIMITED,
          INTERNAL_ERROR,
          SERVICE_UNAVAILABLE);

  private ErrorCodes() {}
}
