package dev.baton.shell.metric;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.shell.log.LogSink;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes metrics in CloudWatch's embedded metric format, namespace {@code Baton}: every line
 * carries one metric, once in all (what alarms watch) and once under its dimensions. Dimensions are
 * few and bounded (a form, a reason), never a person. Immutable and thread-safe. Source: Amazon
 * CloudWatch user guide, "Embedded metric format specification".
 */
public final class Metrics {
  private static final String NAMESPACE = "Baton";

  private final LogSink sink;
  private final InstantSource clock;

  private Metrics(LogSink sink, InstantSource clock) {
    this.sink = sink;
    this.clock = clock;
  }

  /** Metrics into that sink, with the times of that clock. */
  public static Metrics to(LogSink sink, InstantSource clock) {
    return new Metrics(sink, clock);
  }

  /** Counts one occurrence. */
  public void count(String name, Map<String, String> dimensions) {
    count(name, 1, dimensions);
  }

  /** Counts several occurrences; none writes nothing. */
  public void count(String name, long times, Map<String, String> dimensions) {
    if (times != 0) {
      write(name, "Count", times, dimensions);
    }
  }

  /** Records a duration in milliseconds. */
  public void duration(String name, long milliseconds, Map<String, String> dimensions) {
    write(name, "Milliseconds", milliseconds, dimensions);
  }

  private void write(String name, String unit, long value, Map<String, String> dimensions) {
    Map<String, String> sorted = new TreeMap<>(dimensions);
    JsonObject definition =
        JsonObject.builder()
            .put("Namespace", NAMESPACE)
            .put("Dimensions", dimensionSets(sorted.keySet()))
            .put(
                "Metrics",
                JsonArray.of(JsonObject.builder().put("Name", name).put("Unit", unit).build()))
            .build();
    JsonObject.Builder line =
        JsonObject.builder()
            .put(
                "_aws",
                JsonObject.builder()
                    .put("Timestamp", clock.instant().toEpochMilli())
                    .put("CloudWatchMetrics", new JsonArray(List.<Json>of(definition)))
                    .build());
    sorted.forEach(line::put);
    sink.accept(line.put(name, value).build().write());
  }

  private static JsonArray dimensionSets(Set<String> names) {
    JsonArray none = JsonArray.of();
    return names.isEmpty() ? JsonArray.of(none) : JsonArray.of(none, JsonArray.ofTexts(names));
  }
}
