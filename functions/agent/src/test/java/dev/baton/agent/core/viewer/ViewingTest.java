package dev.baton.agent.core.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.core.frame.Reconnect.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Streaming specification, section 4.4. */
class ViewingTest {

  /** All in seconds; the stream was opened at 0. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // rotates, waits, deadline, last event, now
        "true, false, -, 0, 119, -",
        "true, false, -, 0, 120, LEASE",
        "true, false, -, 120, 120, -",
        "true, false, -, 119, 120, LEASE",
        "true, false, -, 179, 179, -",
        "true, false, -, 180, 180, LEASE",
        "false, false, -, 0, 839, -",
        "false, false, -, 0, 840, DEADLINE",
        "true, false, -, 0, 840, DEADLINE",
        "true, false, 100, 0, 89, -",
        "true, false, 100, 0, 90, DEADLINE",
        "false, false, 100, 90, 90, DEADLINE",
        "false, false, 2000, 0, 840, DEADLINE",
        "true, true, -, 0, 59, -",
        "true, true, -, 0, 60, IDLE",
        "false, true, -, 0, 60, IDLE",
        "true, true, 65, 0, 60, DEADLINE",
      })
  void aResponseEndsAsPlanned(
      boolean rotates,
      boolean waits,
      @Nullable Long deadline,
      long lastEvent,
      long now,
      @Nullable Reason reason) {
    Viewing viewing =
        new Viewing(0, deadline == null ? null : deadline * 1_000, rotates, StreamTimes.USUAL);

    assertThat(viewing.reason(now * 1_000, lastEvent * 1_000, waits)).isEqualTo(reason);
  }

  @Test
  void aViewerCountsUntilHalfAMinuteAfterItsLastPlannedEnd() {
    assertThat(new Viewing(0, null, true, StreamTimes.USUAL).until()).isEqualTo(210_000);
    assertThat(new Viewing(0, null, false, StreamTimes.USUAL).until()).isEqualTo(870_000);
    assertThat(new Viewing(0, 60_000L, true, StreamTimes.USUAL).until()).isEqualTo(80_000);
  }
}
