package dev.baton.gateway.core.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.gateway.core.batch.BatchOutcome.Fate;
import dev.baton.gateway.core.call.Envelope;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class BatchReportTest {

  @Test
  void countsAddUpForAnyMix() {
    for (long seed = 0; seed < 500; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<BatchOutcome> outcomes = new ArrayList<>();
      for (int index = random.nextInt(26); index > 0; index--) {
        outcomes.add(outcome(outcomes.size(), Fate.values()[random.nextInt(3)], random));
      }

      BatchReport report = new BatchReport(outcomes, 0, 12.5);

      JsonObject summary = Objects.requireNonNull(report.data().object("summary"));
      long sum =
          number(summary, "successCount")
              + number(summary, "failureCount")
              + number(summary, "skippedCount");
      assertThat(number(summary, "total")).as("seed %d", seed).isEqualTo(outcomes.size());
      assertThat(sum).as("seed %d", seed).isEqualTo(outcomes.size());
      assertThat(report.confidence()).as("seed %d", seed).isBetween(0.0, 1.0);
    }
  }

  @Test
  void confidenceIsHalfTheShareAndHalfTheMean() {
    BatchOutcome sure = BatchOutcome.of(entry(0), success("0.5"), 10);
    BatchOutcome failed = BatchOutcome.of(entry(1), failure(), 20);

    BatchReport report = new BatchReport(List.of(sure, failed), 0, 30);

    assertThat(report.confidence()).isEqualTo(0.5);
    assertThat(report.reasoning())
        .isEqualTo("Executed 2 commands: 1 succeeded, 1 failed, 0 skipped.");
  }

  @Test
  void timesAreShownWithTwoDecimals() {
    BatchReport report =
        new BatchReport(List.of(BatchOutcome.of(entry(0), success("1.0"), 12.412)), 0, 12.899);

    assertThat(report.data().write())
        .contains("\"durationMs\":12.41}")
        .contains(
            "\"timing\":{\"totalMs\":12.9,\"averageMs\":12.41,"
                + "\"startedAt\":\"1970-01-01T00:00:00.000Z\","
                + "\"completedAt\":\"1970-01-01T00:00:00.013Z\"}");
  }

  @Test
  void clientsOfBatchesFindResultsAtTheTop() {
    JsonObject envelope =
        JsonObject.builder()
            .put("success", true)
            .put("data", new BatchReport(List.of(), 0, 0).data())
            .put("confidence", 0)
            .build();

    assertThat(BatchView.flat(envelope).members())
        .extracting(JsonObject.Member::name)
        .containsExactly("success", "results", "summary", "timing", "confidence");
    assertThat(BatchView.both(envelope).members())
        .extracting(JsonObject.Member::name)
        .containsExactly("success", "data", "results", "summary", "timing", "confidence");
  }

  private static long number(JsonObject object, String name) {
    return object.get(name) instanceof JsonNumber value ? value.decimal().longValue() : -1;
  }

  private static BatchOutcome outcome(int index, Fate fate, SplittableRandom random) {
    return switch (fate) {
      case SUCCEEDED ->
          BatchOutcome.of(
              entry(index), success(Double.toString(random.nextInt(11) / 10.0)), random.nextInt(9));
      case FAILED -> BatchOutcome.of(entry(index), failure(), random.nextInt(9));
      case SKIPPED -> BatchOutcome.skipped(entry(index), failure());
    };
  }

  private static BatchEntry entry(int index) {
    return new BatchEntry.Callable(index, "cmd-" + index, "a-b", JsonObject.EMPTY, null);
  }

  private static Envelope success(String confidence) {
    return new Envelope(
        JsonObject.builder()
            .put("success", true)
            .put("data", Json.of("x"))
            .put("confidence", new JsonNumber(confidence))
            .build());
  }

  private static Envelope failure() {
    return new Envelope(
        JsonObject.builder()
            .put("success", false)
            .put("error", JsonObject.builder().put("code", "NOT_FOUND").build())
            .build());
  }
}
