package dev.baton.agent.core.model;

import dev.baton.agent.core.event.RunErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * What a failed call of a model means. Source: streaming specification, section 7.4.
 *
 * @param code how it is told
 * @param repeatable whether the same call may succeed
 * @param retryAfterMs milliseconds that the API asks to wait; null when it did not
 */
public record FaultVerdict(RunErrorCode code, boolean repeatable, @Nullable Long retryAfterMs) {

  /** What that fault means. */
  public static FaultVerdict of(ModelFault fault) {
    return switch (fault) {
      case ModelFault.Refused(int status, Long after, Boolean wanted) -> {
        FaultVerdict usual = ofStatus(status);
        yield new FaultVerdict(usual.code(), wanted == null ? usual.repeatable() : wanted, after);
      }
      case ModelFault.Unreachable none -> repeatable(RunErrorCode.MODEL_UNAVAILABLE);
      case ModelFault.Silent silent -> repeatable(RunErrorCode.MODEL_TIMEOUT);
      case ModelFault.Broken broken -> repeatable(RunErrorCode.MODEL_STREAM_BROKEN);
      case ModelFault.Ended(String type, boolean begun) -> {
        FaultVerdict usual = ofStatus(statusOf(type));
        yield usual.repeatable() && begun ? repeatable(RunErrorCode.MODEL_STREAM_BROKEN) : usual;
      }
      case ModelFault.Nonsense nonsense -> lasting(RunErrorCode.MODEL_PROTOCOL);
    };
  }

  private static FaultVerdict ofStatus(int status) {
    return switch (status) {
      case 401, 402, 403 -> lasting(RunErrorCode.MODEL_AUTH);
      case 408, 504 -> repeatable(RunErrorCode.MODEL_TIMEOUT);
      case 409 -> repeatable(RunErrorCode.MODEL_UNAVAILABLE);
      case 429 -> repeatable(RunErrorCode.MODEL_RATE_LIMITED);
      case 503, 529 -> repeatable(RunErrorCode.MODEL_OVERLOADED);
      default ->
          status >= 500
              ? repeatable(RunErrorCode.MODEL_UNAVAILABLE)
              : lasting(RunErrorCode.MODEL_REJECTED);
    };
  }

  /** The status with which the API would have said the same before its answer. */
  private static int statusOf(String type) {
    return switch (type) {
      case "invalid_request_error" -> 400;
      case "authentication_error" -> 401;
      case "billing_error" -> 402;
      case "permission_error" -> 403;
      case "not_found_error" -> 404;
      case "request_too_large" -> 413;
      case "rate_limit_error" -> 429;
      case "timeout_error" -> 504;
      case "overloaded_error" -> 529;
      default -> 500;
    };
  }

  private static FaultVerdict repeatable(RunErrorCode code) {
    return new FaultVerdict(code, true, null);
  }

  private static FaultVerdict lasting(RunErrorCode code) {
    return new FaultVerdict(code, false, null);
  }
}
