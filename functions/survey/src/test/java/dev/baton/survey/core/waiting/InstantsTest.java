package dev.baton.survey.core.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The grammar of instants, survey specification §5.2. */
class InstantsTest {

  @ParameterizedTest
  @CsvSource({
    "2026-03-01, UTC, 2026-03-01T00:00:00Z",
    "2026-03-01, Europe/Berlin, 2026-02-28T23:00:00Z",
    "2026-03-01T08:00, UTC, 2026-03-01T08:00:00Z",
    "2026-03-01 08:00, UTC, 2026-03-01T08:00:00Z",
    "2026-03-01t08:00, UTC, 2026-03-01T08:00:00Z",
    "2026-03-01T08:00:30, UTC, 2026-03-01T08:00:30Z",
    "2026-03-01T08:00:30.5, UTC, 2026-03-01T08:00:30.500Z",
    "2026-03-01T08:00:30.1239999999999, UTC, 2026-03-01T08:00:30.123Z",
    "2026-03-01T08:00, America/New_York, 2026-03-01T13:00:00Z",
    "2026-03-01T08:00Z, America/New_York, 2026-03-01T08:00:00Z",
    "2026-03-01T08:00z, America/New_York, 2026-03-01T08:00:00Z",
    "2026-03-01T08:00:00 Z, America/New_York, 2026-03-01T08:00:00Z",
    "2026-03-01T08:00+02:00, UTC, 2026-03-01T06:00:00Z",
    "2026-03-01T08:00-0330, UTC, 2026-03-01T11:30:00Z",
    "2026-03-01T08:00+02, UTC, 2026-03-01T06:00:00Z",
    "2026-03-01 08:00 +02:00, UTC, 2026-03-01T06:00:00Z",
    "2026-03-01T08:00+18:00, UTC, 2026-02-28T14:00:00Z",
    "2026-03-01T23:59:59.999Z, UTC, 2026-03-01T23:59:59.999Z",
    "2024-02-29, UTC, 2024-02-29T00:00:00Z",
    "' 2026-03-01 ', UTC, 2026-03-01T00:00:00Z",
    "2026-03-29T02:30, Europe/Berlin, 2026-03-29T01:30:00Z",
    "0001-01-01, UTC, 0001-01-01T00:00:00Z",
  })
  void instantsRead(String text, String zone, Instant instant) {
    assertThat(Instants.milliseconds(text, ZoneId.of(zone))).hasValue(instant.toEpochMilli());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026",
        "2026-03",
        "2026-3-1",
        "2026-03-1",
        "2026-02-29",
        "2026-13-01",
        "2026-00-01",
        "2026-01-00",
        "26-03-01",
        "2026/03/01",
        "20260301",
        "2026-03-01T",
        "2026-03-01T8:00",
        "2026-03-01T08",
        "2026-03-01T08:0",
        "2026-03-01T24:00",
        "2026-03-01T08:60",
        "2026-03-01T08:00:60",
        "2026-03-01T08:00:",
        "2026-03-01T08:00:00.",
        "2026-03-01T08:00X",
        "2026-03-01T08:00Zx",
        "2026-03-01T08:00ZZ",
        "2026-03-01T08:00+",
        "2026-03-01T08:00+2",
        "2026-03-01T08:00+02:",
        "2026-03-01T08:00+02:60",
        "2026-03-01T08:00+18:01",
        "2026-03-01T08:00+19",
        "2026-03-01T08:00+02:00x",
        "2026-03-01Z",
        "2026-03-01x08:00",
        "-026-03-01",
        "tomorrow",
        "2026-03-01 noon",
        "2026-03-01T08:00  Z",
        "2026-03-01T08:00[UTC]",
        "2026-03-01T-8:00",
        "2026-03-01T08:00/02:00",
        "2026-03-01T08.00",
      })
  void otherTextsDoNotRead(String text) {
    assertThat(Instants.milliseconds(text, ZoneOffset.UTC)).isEmpty();
  }
}
