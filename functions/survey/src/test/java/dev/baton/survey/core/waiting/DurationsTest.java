package dev.baton.survey.core.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The grammar of durations, survey specification §5.2. */
class DurationsTest {

  @ParameterizedTest
  @CsvSource({
    "30m, 1800",
    "2h, 7200",
    "1d, 86400",
    "45 minutes, 2700",
    "1.5 hours, 5400",
    "1 hour 30 minutes, 5400",
    "2 days and 4h, 187200",
    "90 sec, 90",
    "1w, 604800",
    "1s, 1",
    "1 sec, 1",
    "2 secs, 2",
    "1 second, 1",
    "2 seconds, 2",
    "1m, 60",
    "1 min, 60",
    "2 mins, 120",
    "1 minute, 60",
    "1h, 3600",
    "1 hr, 3600",
    "2 hrs, 7200",
    "1 hour, 3600",
    "2 hours, 7200",
    "1 day, 86400",
    "2 days, 172800",
    "1 wk, 604800",
    "2 wks, 1209600",
    "1 week, 604800",
    "2 weeks, 1209600",
    "1H30M, 5400",
    "1h30m, 5400",
    "30m1h, 5400",
    "'1h,30m', 5400",
    "'1h , 30m', 5400",
    "'1 hour, and 30 minutes', 5400",
    "1h and30m, 5400",
    "1h AND 30m, 5400",
    "'1h,and 30m', 5400",
    "'  1h  30m  ', 5400",
    "'1\th', 3600",
    "1w 1d 1h 1m 1s, 694861",
    "0h 5m, 300",
    "0.5s, 1",
    "1.1s, 2",
    "0.0001s, 1",
    "00030m, 1800",
    "365d, 31536000",
    "364 days 24 hours, 31536000",
    "0.000000000000001w, 1",
  })
  void durationsRead(String text, long seconds) {
    assertThat(Durations.milliseconds(text)).hasValue(seconds * 1000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "30",
        "m",
        "30 moons",
        "1 month",
        "2 months",
        "1y",
        "-5m",
        "+5m",
        "5m ago",
        "in 5m",
        "5 m m",
        "1h 2h",
        "1h2hours",
        "1,5h",
        ".5h",
        "1.h",
        "1.5.5h",
        "1e3s",
        "\u0665m",
        "1h,,2m",
        "1h and and 2m",
        "and 1h",
        "1h and",
        "1h,",
        ",1h",
        "1h;2m",
        "1handy2m",
        "1h and",
        "1hand2m",
        "1h and, 2m",
        "1m.",
        "{{hidden:t}}",
        "30\u00a0m",
        "P1D",
        "1:30",
        "1234567890123456789s",
        "1.12345678901234567s",
        "2026-03-01",
        "[5m]",
        "5m\ud800",
      })
  void otherTextsDoNotRead(String text) {
    assertThat(Durations.milliseconds(text)).isEmpty();
    assertThat(Durations.whyNot(text)).isEqualTo("'" + text + "' is not a duration");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0s",
        "0 minutes",
        "0.0h",
        "366d",
        "365d 1s",
        "365d 0.1s",
        "53w",
        "999999999999999999w",
        "8761 hours"
      })
  void durationsHaveBounds(String text) {
    assertThat(Durations.milliseconds(text)).isEmpty();
    assertThat(Durations.whyNot(text))
        .isEqualTo("'" + text + "' is not between 1 second and 365 days");
  }

  @ParameterizedTest
  @ValueSource(strings = {"123456789012345678s", "1.1234567890123456s"})
  void numbersHaveAtMostEighteenCharacters(String text) {
    assertThat(Durations.whyNot(text)).endsWith("365 days");
  }
}
