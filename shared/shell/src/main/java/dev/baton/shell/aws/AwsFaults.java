package dev.baton.shell.aws;

import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Tells a fault of AWS, which passes, from a fault of ours, which comes again with the same input.
 */
public final class AwsFaults {
  private static final Set<String> OURS =
      Set.of("ValidationException", "ValidationError", "SerializationException");

  private AwsFaults() {}

  /**
   * Whether the same call may succeed later: AWS did not answer, was too busy, or refused us a
   * right.
   */
  public static boolean mayPass(Throwable fault) {
    if (fault instanceof TransactionCanceledException cancelled) {
      return cancelled.cancellationReasons().stream()
          .map(CancellationReason::code)
          .noneMatch(OURS::contains);
    }
    if (fault instanceof AwsServiceException refused) {
      return refused.awsErrorDetails() == null
          || !OURS.contains(String.valueOf(refused.awsErrorDetails().errorCode()));
    }
    return fault instanceof SdkException;
  }
}
