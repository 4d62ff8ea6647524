package dev.baton.survey.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Survey spec §3.4, class now. */
class RetryDelayTest {

  @Test
  void delaysGrowAndSpreadByAFifth() {
    RetryDelay second = RetryDelay.FIRST.next();
    RetryDelay third = second.next();

    assertThat(RetryDelay.FIRST.duration(null, () -> 0.5)).isEqualTo(Duration.ofMillis(200));
    assertThat(second.duration(null, () -> 0)).isEqualTo(Duration.ofMillis(800));
    assertThat(third.duration(null, () -> 0.999999))
        .isBetween(Duration.ofMillis(5_990), Duration.ofMillis(6_000));
    assertThat(third.hasNext()).isTrue();
    assertThat(third.next().hasNext()).isFalse();
  }

  @Test
  void askedWaitIsObeyedUpToThirtySeconds() {
    assertThat(RetryDelay.FIRST.duration(30_000L, () -> 0)).isEqualTo(Duration.ofSeconds(30));
    assertThat(RetryDelay.FIRST.duration(30_001L, () -> 0.5)).isEqualTo(Duration.ofMillis(200));
    assertThat(RetryDelay.FIRST.duration(0L, () -> 0.5)).isEqualTo(Duration.ofMillis(200));
  }
}
