package dev.baton.agent.core.position;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.core.position.Asked.From;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Streaming specification, section 4.2. */
class PositionTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, -, 0, NOBODY",
        "'', -, 0, NOBODY",
        "0, -, 0, LAST_EVENT_ID",
        "-, 0, 0, AFTER",
        "'', 0, 0, AFTER",
        "7, -, 7, LAST_EVENT_ID",
        "-, 7, 7, AFTER",
        "7, 9, 7, LAST_EVENT_ID",
        "999999999999999, -, 999999999999999, LAST_EVENT_ID",
      })
  void theHeaderWinsOverTheAddress(
      @Nullable String header, @Nullable String after, long seq, From from) {
    assertThat(Asked.of(header, after)).isEqualTo(new Asked(seq, from));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "-1",
        "+1",
        "01",
        "00",
        " 1",
        "1 ",
        "1.0",
        "1e3",
        "0x1",
        "\u0661",
        "null",
        "1000000000000000",
        "1\t",
        "1,2"
      })
  void anythingElseIsNoPositionWhereverItStands(String text) {
    assertThat(Asked.of(text, null)).isNull();
    assertThat(Asked.of(text, "1")).isNull();
    assertThat(Asked.of(null, text)).isNull();
    assertThat(Asked.of("1", text)).isNull();
  }

  /** A log of three runs, the last of which is under way: 1 to 10, 11 to 20, from 21 on. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "NOBODY, 0, -, run_3, OfRun[runId=run_3]",
        "AFTER, 0, -, run_3, OfRun[runId=run_3]",
        "LAST_EVENT_ID, 0, -, run_3, At[seq=1]",
        "AFTER, 1, -, run_3, At[seq=2]",
        "LAST_EVENT_ID, 10, -, run_3, At[seq=11]",
        "LAST_EVENT_ID, 24, -, run_3, At[seq=25]",
        "LAST_EVENT_ID, 25, -, run_3, OfRun[runId=run_3]",
        "LAST_EVENT_ID, 26, -, run_3, Beyond[]",
        "AFTER, 26, run_1, run_3, Beyond[]",
        "AFTER, 25, run_1, run_3, OfRun[runId=run_1]",
        "NOBODY, 0, run_1, run_3, OfRun[runId=run_1]",
        "NOBODY, 0, -, -, OfRun[runId=latest]",
        "AFTER, 0, -, -, OfRun[runId=latest]",
        "LAST_EVENT_ID, 25, -, -, None[]",
        "AFTER, 25, -, -, None[]",
      })
  void aPositionChoosesItsRun(
      From from, long seq, @Nullable String run, @Nullable String inflight, String choice) {
    assertThat(Choice.of(new Asked(seq, from), run, inflight, "latest", 25)).hasToString(choice);
  }

  @Test
  void beforeTheFirstRunEverybodyWaits() {
    assertThat(Choice.of(Asked.NONE, null, null, null, 0)).isEqualTo(new Choice.First());
    assertThat(Choice.of(new Asked(0, From.LAST_EVENT_ID), null, null, null, 0))
        .isEqualTo(new Choice.First());
    assertThat(Choice.of(new Asked(1, From.AFTER), null, null, null, 0))
        .isEqualTo(new Choice.Beyond());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "0, -, 10",
        "10, -, 10",
        "15, -, 15",
        "20, -, 20",
        "0, 20, 10",
        "19, 20, 19",
        "20, 20, -",
        "25, 20, -",
      })
  void aRunIsToldFromWhereItsViewerIs(long seq, @Nullable Long last, @Nullable Long after) {
    RunSpan run = new RunSpan(11, last, 1_000);
    Start start = after == null ? new Start.Nowhere() : new Start.After(after);

    assertThat(Start.of(new Asked(seq, From.AFTER), run, Duration.ofMillis(500), 1_499))
        .isEqualTo(start);
  }

  @Test
  void aRunThatHasEndedIsToldAsLongAsAllOfItIsKept() {
    Duration kept = Duration.ofMillis(500);

    assertThat(Start.of(Asked.NONE, new RunSpan(1, 5L, 1_000), kept, 1_500))
        .isEqualTo(new Start.Nowhere());
    assertThat(Start.of(Asked.NONE, new RunSpan(1, null, 1_000), kept, 1_500))
        .isEqualTo(new Start.After(0));
  }

  @ParameterizedTest
  @CsvSource({
    "0, false, true, 5",
    "1999, false, true, 5",
    "2000, false, true, 25",
    "9999, false, true, 25",
    "10000, false, true, 100",
    "59999, false, true, 100",
    "60000, false, true, 500",
    "0, true, true, 5",
    "2000, true, true, 500",
    "0, false, false, 250",
    "99999, false, false, 250",
  })
  void theLongerNothingComesTheLongerThePause(
      long silence, boolean awaiting, boolean begun, long millis) {
    assertThat(TailPause.USUAL.next(silence, awaiting, begun)).hasMillis(millis);
  }
}
