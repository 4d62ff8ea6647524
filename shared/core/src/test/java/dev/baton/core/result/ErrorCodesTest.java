package dev.baton.core.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ErrorCodesTest {

  @Test
  void everyCodeHasTheStatusOfTheTable() throws IllegalAccessException {
    Map<String, Integer> statuses = new TreeMap<>();
    for (var field : ErrorCodes.class.getFields()) {
      assertThat(Modifier.isStatic(field.getModifiers())).isTrue();
      if (!(field.get(null) instanceof ErrorCode code)) {
        continue;
      }
      assertThat(code.name()).isEqualTo(field.getName());
      statuses.put(code.name(), code.status());
    }

    assertThat(statuses)
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("VALIDATION_ERROR", 400),
                Map.entry("PARSE_ERROR", 400),
                Map.entry("INVALID_CURSOR", 400),
                Map.entry("UNAUTHORIZED", 401),
                Map.entry("INVALID_TOKEN", 401),
                Map.entry("FORBIDDEN", 403),
                Map.entry("METHOD_NOT_ALLOWED", 405),
                Map.entry("PAYLOAD_TOO_LARGE", 413),
                Map.entry("UNSUPPORTED_MEDIA_TYPE", 415),
                Map.entry("CONFLICT", 409),
                Map.entry("RATE_LIMITED", 429),
                Map.entry("INTERNAL_ERROR", 500),
                Map.entry("SERVICE_UNAVAILABLE", 503)));
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
}
