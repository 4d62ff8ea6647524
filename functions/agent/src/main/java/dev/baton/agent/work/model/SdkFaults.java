package dev.baton.agent.work.model;

import com.anthropic.core.http.Headers;
import com.anthropic.errors.AnthropicIoException;
import com.anthropic.errors.AnthropicRetryableException;
import com.anthropic.errors.AnthropicServiceException;
import dev.baton.agent.core.model.ModelFault;
import dev.baton.core.json.JsonFields;
import dev.baton.core.json.JsonObject;
import java.io.IOException;
import java.io.InterruptedIOException;
import org.jspecify.annotations.Nullable;

/** What an exception of the SDK says. Its message is not looked at, and never told. */
final class SdkFaults {
  private static final double MS_PER_SECOND = 1_000;

  private SdkFaults() {}

  /**
   * The fault.
   *
   * @param begun whether the answer had begun
   */
  static ModelFault of(RuntimeException thrown, boolean begun) {
    if (thrown instanceof AnthropicServiceException refused) {
      return refused.statusCode() == 200
          ? new ModelFault.Ended(errorType(refused), begun)
          : new ModelFault.Refused(
              refused.statusCode(), retryAfter(refused.headers()), wanted(refused.headers()));
    }
    if (isSilence(thrown)) {
      return begun ? new ModelFault.Broken() : new ModelFault.Silent();
    }
    boolean io =
        thrown instanceof AnthropicIoException
            || thrown instanceof AnthropicRetryableException
            || thrown.getCause() instanceof IOException;
    if (io || begun) {
      return begun ? new ModelFault.Broken() : new ModelFault.Unreachable();
    }
    return new ModelFault.Nonsense();
  }

  private static String errorType(AnthropicServiceException refused) {
    if (SdkJson.fromSdk(refused.body()) instanceof JsonObject body) {
      String type = JsonFields.object(body, "error").text("type");
      return type == null ? "" : type;
    }
    return "";
  }

  private static boolean isSilence(@Nullable Throwable thrown) {
    Throwable cause = thrown;
    while (cause != null) {
      if (cause instanceof InterruptedIOException) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  private static @Nullable Long retryAfter(Headers headers) {
    Double milliseconds = number(headers, "retry-after-ms");
    Double seconds = number(headers, "retry-after");
    if (milliseconds != null) {
      return Long.valueOf((long) Math.ceil(milliseconds));
    }
    return seconds == null ? null : Long.valueOf((long) Math.ceil(seconds * MS_PER_SECOND));
  }

  private static @Nullable Boolean wanted(Headers headers) {
    for (String value : headers.values("x-should-retry")) {
      return Boolean.valueOf(value);
    }
    return null;
  }

  /** A date in place of seconds counts as nothing said. */
  private static @Nullable Double number(Headers headers, String name) {
    for (String value : headers.values(name)) {
      if (value.matches("\\d{1,9}(\\.\\d{1,9})?")) {
        return Double.valueOf(value);
      }
    }
    return null;
  }
}
