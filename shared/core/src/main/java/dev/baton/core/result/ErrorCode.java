package dev.baton.core.result;

/**
 * A reason for which a command is refused, as callers program against it. Source: command
 * specification, section 1.2.
 *
 * @param name the code in {@code UPPER_SNAKE}
 * @param status the HTTP status of an answer with this code
 * @param retryable whether the same call can succeed later unchanged
 */
public record ErrorCode(String name, int status, boolean retryable) {

  /** A code whose name and status are checked. */
  public ErrorCode {
    if (!name.matches("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*")) {
      throw new IllegalArgumentException("'" + name + "' is no error code: use UPPER_SNAKE.");
    }
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("Status " + status + " of " + name + " is no error.");
    }
  }
}
