package dev.baton.shell.command;

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
      case SdkClientException silence -> unavailable(mutation);
      case SdkServiceException answer when answer.isThrottlingException() -> unavailable(mutation);
      case SdkServiceException answer when answer.statusCode() >= 500 -> unavailable(mutation);
      case SdkException other when other.retryable() -> unavailable(mutation);
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
      case THROTTLED, UPSTREAM -> unavailable(mutation);
      case CLIENT, BUG -> internal(mutation);
    };
  }

  private static Refused unavailable(boolean mutation) {
    return Refused.because(
            ErrorCodes.SERVICE_UNAVAILABLE,
            "Something this command needs does not answer.",
            mutation
                ? "Send the same request again in a few seconds with the same Idempotency-Key."
                : "Send the same request again in a few seconds.")
        .retryAfter(1);
  }

  static Refused internal(boolean mutation) {
    return Refused.because(
        ErrorCodes.INTERNAL_ERROR,
        "The command failed.",
        mutation
            ? "Send the same request again with the same Idempotency-Key; quote the trace id when it keeps failing."
            : "Send the same request again; quote the trace id when it keeps failing.");
  }
}
