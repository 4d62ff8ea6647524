package dev.baton.survey.core.participant.effect;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonBoolean;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How an answer of the Graph API reads. Source: survey spec §3.4. */
public final class GraphAnswer {
  private static final Set<String> NOW = Set.of("2", "1200");
  private static final Set<String> LATER =
      Set.of("4", "17", "32", "613", "-1", "551", "2022", "80006");
  private static final Set<String> NEVER = Set.of("10", "100", "190", "368");
  private static final String NO_CODE = "0";
  private static final int OK_FROM = 200;
  private static final int OK_UNTIL = 300;

  private GraphAnswer() {}

  /**
   * Why the call failed, or null when it succeeded. An error inside a successful status is an
   * error.
   *
   * @param status the HTTP status
   * @param body the body read as JSON; null when it is none
   * @param retryAfterMillis the header {@code Retry-After}, if there was one
   */
  public static @Nullable GraphFault fault(
      int status, @Nullable Json body, @Nullable Long retryAfterMillis) {
    Json error = body instanceof JsonObject object ? object.get("error") : null;
    if (error == null && body instanceof JsonObject && status >= OK_FROM && status < OK_UNTIL) {
      return null;
    }
    JsonObject details = error instanceof JsonObject object ? object : JsonObject.EMPTY;
    String code = scalar(details.get("code"));
    String subcode = scalar(details.get("error_subcode"));
    boolean temporary = JsonBoolean.TRUE.equals(details.get("is_transient"));
    String message = details.text("message");
    return new GraphFault(
        faultClass(status, code, subcode, temporary),
        code == null ? NO_CODE : code,
        subcode,
        message == null ? "HTTP " + status : message,
        retryAfterMillis);
  }

  private static FaultClass faultClass(
      int status, @Nullable String code, @Nullable String subcode, boolean temporary) {
    if (code == null) {
      return isOverloaded(status) || temporary ? FaultClass.NOW : FaultClass.NEVER;
    }
    if (NOW.contains(code)) {
      return FaultClass.NOW;
    }
    if (LATER.contains(code) || ("10".equals(code) && "2018300".equals(subcode))) {
      return FaultClass.LATER;
    }
    return temporary && !isNamed(code) ? FaultClass.NOW : FaultClass.NEVER;
  }

  private static boolean isOverloaded(int status) {
    return status == 408 || status == 429 || status >= 500;
  }

  private static boolean isNamed(String code) {
    boolean permission = code.length() == 3 && code.startsWith("2");
    boolean messenger = code.length() == 7 && code.startsWith("2018");
    return NEVER.contains(code) || permission || messenger;
  }

  private static @Nullable String scalar(@Nullable Json json) {
    return switch (json) {
      case JsonText(String value) when !value.isBlank() -> value.strip();
      case JsonNumber(String literal) -> literal;
      case null, default -> null;
    };
  }
}
