package dev.baton.survey.core.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.ZoneOffset;

/**
 * Whatever an author writes as a time, it is read or it is not. Source: survey specification §5.2.
 */
class DurationsFuzzTest {

  @FuzzTest
  void everyTextIsADurationOrNone(FuzzedDataProvider data) {
    String text = data.consumeRemainingAsString();

    Durations.milliseconds(text)
        .ifPresent(milliseconds -> {
          assertThat(milliseconds).isBetween(1_000L, Durations.LONGEST_MILLISECONDS);
          assertThat(milliseconds % 1_000).isZero();
          assertThat(Durations.milliseconds(text + " " + text)).isEmpty();
        });
    assertThat(Durations.whyNot(text)).contains(text);
    Instants.milliseconds(text, ZoneOffset.UTC)
        .ifPresent(instant -> assertThat(Durations.milliseconds(text)).isEmpty());
  }
}
