package dev.baton.survey.handoffs;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import dev.baton.survey.core.handoff.HandoffOutcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/**
 * What many handoff records come to: how they ended, how long they took, what came back. Durations
 * count from the decision to the end, in milliseconds; percentiles are nearest-rank values that
 * really occurred. Not thread-safe.
 */
final class HandoffSummary {
  private static final int MOST_KEYS = 100;
  private static final int RATE_DIGITS = 4;

  private final Map<String, Integer> outcomes = new HashMap<>();
  private final Map<String, Integer> returnedKeys = new HashMap<>();
  private final List<Long> durations = new ArrayList<>();
  private int open;

  void add(JsonObject record) {
    String outcome = record.text("outcome");
    if (outcome == null) {
      open++;
      return;
    }
    outcomes.merge(outcome, 1, Integer::sum);
    if (record.get("duration_ms") instanceof JsonNumber(String literal)) {
      durations.add(Long.parseLong(literal));
    }
    for (Json key : record.array("returned_keys")) {
      if (key instanceof JsonText(String name)) {
        returnedKeys.merge(name, 1, Integer::sum);
      }
    }
  }

  /** The summary; {@code complete} says whether every matching record was added. */
  JsonObject toJson(boolean complete) {
    int ended = outcomes.values().stream().mapToInt(Integer::intValue).sum();
    return JsonObject.builder()
        .put("total", open + ended)
        .put("open", open)
        .put("ended", ended)
        .put("outcomes", countPerOutcome())
        .putIfPresent("success_rate", ended == 0 ? null : successRate(ended))
        .putIfPresent("duration_ms", durations.isEmpty() ? null : percentiles())
        .put("returned_keys", frequentKeys())
        .put("complete", complete)
        .build();
  }

  private JsonObject countPerOutcome() {
    JsonObject.Builder counts = JsonObject.builder();
    for (HandoffOutcome outcome : HandoffOutcome.values()) {
      counts.put(outcome.wireName(), outcomes.getOrDefault(outcome.wireName(), 0));
    }
    return counts.build();
  }

  private Json successRate(int ended) {
    int returned = outcomes.getOrDefault(HandoffOutcome.RETURNED.wireName(), 0);
    BigDecimal rate =
        BigDecimal.valueOf(returned)
            .divide(BigDecimal.valueOf(ended), RATE_DIGITS, RoundingMode.HALF_UP);
    return new JsonNumber(rate.toPlainString());
  }

  private JsonObject percentiles() {
    List<Long> sorted = durations.stream().sorted().toList();
    return JsonObject.builder()
        .put("p50", percentile(sorted, 50))
        .put("p90", percentile(sorted, 90))
        .put("p99", percentile(sorted, 99))
        .build();
  }

  private static long percentile(List<Long> sorted, int percent) {
    int rank = Math.ceilDiv(sorted.size() * percent, 100);
    return sorted.get(Math.max(rank, 1) - 1);
  }

  private JsonArray frequentKeys() {
    List<Json> keys = new ArrayList<>();
    returnedKeys.entrySet().stream()
        .sorted(
            Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Entry.comparingByKey()))
        .limit(MOST_KEYS)
        .forEach(entry ->
            keys.add(
                JsonObject.builder()
                    .put("key", entry.getKey())
                    .put("count", entry.getValue())
                    .build()));
    return new JsonArray(keys);
  }
}
