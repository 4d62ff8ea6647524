package dev.baton.core.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ErrorCodesTest {
  // Status, codes; those with a plus promise that the same call can succeed later.
  private static final String TABLE =
      """
      400 VALIDATION_ERROR PARSE_ERROR INVALID_COMMAND_ARGS INVALID_BATCH_REQUEST INVALID_PIPELINE_REQUEST INVALID_CURSOR
      401 UNAUTHORIZED INVALID_TOKEN TOKEN_EXPIRED
      403 FORBIDDEN COMMAND_NOT_EXPOSED ORIGIN_NOT_ALLOWED
      404 COMMAND_NOT_FOUND NOT_FOUND ROOM_NOT_FOUND SESSION_NOT_FOUND
      405 METHOD_NOT_ALLOWED
      413 PAYLOAD_TOO_LARGE
      415 UNSUPPORTED_MEDIA_TYPE
      409 CONFLICT+ ROOM_FULL+ MAX_RECONNECTS IDEMPOTENCY_IN_PROGRESS+ APPROVAL_EXPIRED
      410 SESSION_CLOSED SESSION_EXPIRED CURSOR_EXPIRED LOG_EXPIRED
      422 IDEMPOTENCY_KEY_REUSED
      429 RATE_LIMITED+ QUOTA_EXCEEDED
      500 INTERNAL_ERROR+
      501 NOT_IMPLEMENTED
      503 SERVICE_UNAVAILABLE+
      504 TIMEOUT+ BATCH_TIMEOUT+ PIPELINE_TIMEOUT+
      400 COMMAND_SKIPPED UNKNOWN_ACTION
      401 NOT_AUTHENTICATED
      """;

  @Test
  void everyCodeHasTheStatusOfTheTable() throws IllegalAccessException {
    Set<String> codes = new TreeSet<>();
    for (var field : ErrorCodes.class.getFields()) {
      assertThat(Modifier.isStatic(field.getModifiers())).isTrue();
      if (!(field.get(null) instanceof ErrorCode code)) {
        continue;
      }
      assertThat(code.name()).isEqualTo(field.getName());
      codes.add(code.status() + " " + code.name() + (code.retryable() ? "+" : ""));
    }

    assertThat(codes).containsExactlyInAnyOrderElementsOf(table());
  }

  @Test
  void aCodeIsUpperSnakeAndItsStatusAnError() {
    for (String bad : Arrays.asList("lower", "A__B", "_A", "A-B", "")) {
      assertThatThrownBy(() -> new ErrorCode(bad, 400, false))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> new ErrorCode("OK", 200, false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Set<String> table() {
    Set<String> codes = new TreeSet<>();
    for (String line : TABLE.lines().toList()) {
      String[] words = line.strip().split(" ");
      Stream.of(words).skip(1).forEach(code -> codes.add(words[0] + " " + code));
    }
    return codes;
  }
}
