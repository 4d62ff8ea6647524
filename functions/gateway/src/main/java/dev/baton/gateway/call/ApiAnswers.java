package dev.baton.gateway.call;

import dev.baton.core.result.ErrorCodes;
import dev.baton.core.result.Refused;

/** API Gateway's own answers in the words of the command layer. Source: specification, 3.1. */
final class ApiAnswers {
  private ApiAnswers() {}

  static Refused of(int status, String command) {
    return switch (status) {
      case 401 ->
          Refused.because(
              ErrorCodes.UNAUTHORIZED,
              "The request carries no usable credential.",
              "Send a key as Authorization: Bearer <key>.");
      case 403 ->
          Refused.because(
              ErrorCodes.FORBIDDEN,
              "The call of " + command + " was not allowed.",
              "Use a key whose scopes cover it.");
      case 404 ->
          Refused.because(
              ErrorCodes.COMMAND_NOT_FOUND,
              "There is no command '" + command + "'.",
              "List the commands with GET /commands.");
      case 413 ->
          Refused.because(
              ErrorCodes.PAYLOAD_TOO_LARGE, "The input is too long.", "Send less at once.");
      case 429 ->
          Refused.because(
                  ErrorCodes.RATE_LIMITED,
                  "There are too many requests at once.",
                  "Send the same request again in a second.")
              .retryAfter(1);
      case 503 -> unavailable();
      case 504 -> timeout(command);
      default ->
          Refused.because(
              ErrorCodes.INTERNAL_ERROR,
              "The command failed.",
              "Send the same request again with the same Idempotency-Key; quote the trace id when"
                  + " it keeps failing.");
    };
  }

  static Refused malformedKey() {
    return Refused.because(
        ErrorCodes.VALIDATION_ERROR,
        "The idempotency key is not 1..128 printable ASCII characters.",
        "Send another key, or none.");
  }

  static Refused unavailable() {
    return Refused.because(
            ErrorCodes.SERVICE_UNAVAILABLE,
            "The command cannot be reached.",
            "Send the same request again in a few seconds.")
        .retryAfter(1);
  }

  static Refused timeout(String command) {
    return Refused.because(
        ErrorCodes.TIMEOUT,
        command + " did not answer in time; whether it took effect is unknown.",
        "Send the same request again; with the same Idempotency-Key nothing happens twice.");
  }
}
