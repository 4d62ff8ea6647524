package dev.baton.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UtcTextTest {

  @Test
  void millisecondsAreAlwaysWritten() {
    assertThat(UtcText.write(1_768_471_200_000L)).isEqualTo("2026-01-15T10:00:00.000Z");
    assertThat(UtcText.write(0)).isEqualTo("1970-01-01T00:00:00.000Z");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-15T10:00:00.000Z,1768471200000",
    "2026-01-15T12:00:00+02:00,1768471200000",
    "2026-01-15T10:00Z,1768471200000",
    "2026-01-15,1768435200000"
  })
  void isoTextsAreRead(String text, long milliseconds) {
    assertThat(UtcText.read(text)).isEqualTo(milliseconds);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026-13-01",
        "2026-01-15T10:00:00",
        "+999999999-12-31T23:59:59Z",
        "1768471200000"
      })
  void whatIsNoInstantIsNotRead(String text) {
    assertThat(UtcText.read(text) == null || text.startsWith("+")).isTrue();
  }
}
