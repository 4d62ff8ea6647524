package dev.baton.gateway.core.batch;

import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.core.time.UtcText;
import dev.baton.gateway.core.batch.BatchOutcome.Fate;
import dev.baton.gateway.core.call.Figures;
import java.util.List;

/**
 * What a batch adds up to: every entry is counted once, as success, failure or skipped.
 *
 * @param outcomes one for each entry, in the order of the request
 * @param startedAt when it was begun, in milliseconds since 1970
 * @param totalMs how long the whole took
 */
public record BatchReport(List<BatchOutcome> outcomes, long startedAt, double totalMs) {

  /** A report over a copy of the outcomes. */
  public BatchReport {
    outcomes = List.copyOf(outcomes);
  }

  /** How many entries had that fate. */
  public long count(Fate fate) {
    return outcomes.stream().filter(outcome -> outcome.fate() == fate).count();
  }

  /** Half the share of successes, half their mean confidence. */
  public double confidence() {
    double mean =
        outcomes.stream()
            .filter(outcome -> outcome.fate() == Fate.SUCCEEDED)
            .mapToDouble(outcome -> outcome.result().confidence())
            .average()
            .orElse(0);
    double share = outcomes.isEmpty() ? 0 : (double) count(Fate.SUCCEEDED) / outcomes.size();
    return Math.clamp((share + mean) / 2, 0, 1);
  }

  /** What was done, one sentence. */
  public String reasoning() {
    return "Executed "
        + outcomes.size()
        + (outcomes.size() == 1 ? " command: " : " commands: ")
        + count(Fate.SUCCEEDED)
        + " succeeded, "
        + count(Fate.FAILED)
        + " failed, "
        + count(Fate.SKIPPED)
        + " skipped.";
  }

  /** Results, summary and timing. */
  public JsonObject data() {
    return JsonObject.builder()
        .put("results", new JsonArray(outcomes.stream().map(BatchOutcome::toJson).toList()))
        .put("summary", summary())
        .put("timing", timing())
        .build();
  }

  private JsonObject summary() {
    return JsonObject.builder()
        .put("total", outcomes.size())
        .put("successCount", count(Fate.SUCCEEDED))
        .put("failureCount", count(Fate.FAILED))
        .put("skippedCount", count(Fate.SKIPPED))
        .build();
  }

  private JsonObject timing() {
    double average =
        outcomes.stream()
            .filter(outcome -> outcome.fate() != Fate.SKIPPED)
            .mapToDouble(BatchOutcome::durationMs)
            .average()
            .orElse(0);
    return JsonObject.builder()
        .put("totalMs", Figures.milliseconds(totalMs))
        .put("averageMs", Figures.milliseconds(average))
        .put("startedAt", UtcText.write(startedAt))
        .put("completedAt", UtcText.write(startedAt + Math.round(totalMs)))
        .build();
  }
}
