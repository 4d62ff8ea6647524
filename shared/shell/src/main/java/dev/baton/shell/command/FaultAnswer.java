package dev.baton.shell.command;

import dev.baton.core.json.JsonObject;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.result.Fault;
import dev.baton.core.result.Refused;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/** What a caller is told about a fault: whether to come again, and nothing about the inside. */
final class FaultAnswer {
  private FaultAnswer() {}

  static Refused of(RuntimeException fault, boolean mutation) {
    return switch (fault) {
      case Fault known -> of(known.category(), mutation);
      case SdkClientException silence -> unavailable();
      case SdkServiceException answer when answer.isThrottlingException() -> unavailable();
      case SdkServiceException answer when answer.statusCode() >= 500 -> unavailable();
      case SdkException other when other.retryable() -> unavailable();
      default -> internal(mutation);
    };
  }

  private static Refused of(Fault.Category category, boolean mutation) {
    return switch (category) {
      case CONFLICT ->
          Refused.because(
              ErrorCodes.CONFLICT,
              "Others changed the same thing at the same time.",
              "Send the same request again.");
      case THROTTLED, UPSTREAM -> unavailable();
      case CLIENT, BUG -> internal(mutation);
    };
  }

  private static Refused unavailable() {
    return Refused.because(
        ErrorCodes.SERVICE_UNAVAILABLE,
        "Something this command needs does not answer.",
        "Send the same request again in a few seconds.",
        JsonObject.builder().put("retryAfterSeconds", 1).build());
  }

  private static Refused internal(boolean mutation) {
    return Refused.because(
        ErrorCodes.INTERNAL_ERROR,
        "The command failed.",
        mutation
            ? "Look whether it took effect, then send the same request again; quote the trace id when it keeps failing."
            : "Send the same request again; quote the trace id when it keeps failing.");
  }
}
