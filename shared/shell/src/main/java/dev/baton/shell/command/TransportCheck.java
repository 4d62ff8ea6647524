package dev.baton.shell.command;

import dev.baton.core.json.JsonObject;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.result.Refused;
import dev.baton.shell.lambda.HttpRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Check 1: method, content type and size of a request, before anybody looks at who sent it. */
final class TransportCheck {
  private TransportCheck() {}

  static @Nullable Refused refusal(HttpRequest request, int largestBody) {
    if (!request.method().equals("POST")) {
      return Refused.because(
          ErrorCodes.METHOD_NOT_ALLOWED,
          "Commands are called with POST.",
          "Send the same request with method POST.");
    }
    if (request.body().length > 0 && !isJson(request)) {
      return Refused.because(
          ErrorCodes.UNSUPPORTED_MEDIA_TYPE,
          "The body is not declared as JSON in UTF-8.",
          "Send the header Content-Type: application/json.");
    }
    return request.body().length <= largestBody ? null : tooLarge(largestBody);
  }

  private static boolean isJson(HttpRequest request) {
    String type = request.header("content-type");
    return type != null
        && type.strip()
            .toLowerCase(Locale.ROOT)
            .matches("application/json(\\s*;\\s*charset\\s*=\\s*\"?utf-8\"?)?\\s*;?");
  }

  private static Refused tooLarge(int largestBody) {
    return Refused.because(
        ErrorCodes.PAYLOAD_TOO_LARGE,
        "The body is longer than " + largestBody + " bytes.",
        "Send less at once.",
        JsonObject.builder().put("maxBytes", largestBody).build());
  }
}
