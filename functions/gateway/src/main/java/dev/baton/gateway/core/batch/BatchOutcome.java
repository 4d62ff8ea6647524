package dev.baton.gateway.core.batch;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.gateway.core.call.Envelope;
import dev.baton.gateway.core.call.Figures;

/**
 * What became of one entry.
 *
 * @param entry the entry
 * @param fate success, failure, or never begun
 * @param result its result
 * @param durationMs how long it took, in milliseconds; 0 when it was never begun
 */
public record BatchOutcome(BatchEntry entry, Fate fate, Envelope result, double durationMs) {

  /** What can become of an entry. */
  public enum Fate {
    /** The command did what it was asked. */
    SUCCEEDED,
    /** The command or the entry was refused. */
    FAILED,
    /** It was never begun. */
    SKIPPED
  }

  /** The outcome of an entry that was begun. */
  public static BatchOutcome of(BatchEntry entry, Envelope result, double durationMs) {
    return new BatchOutcome(
        entry, result.success() ? Fate.SUCCEEDED : Fate.FAILED, result, durationMs);
  }

  /** The outcome of an entry that was never begun. */
  public static BatchOutcome skipped(BatchEntry entry, Envelope result) {
    return new BatchOutcome(entry, Fate.SKIPPED, result, 0);
  }

  Json toJson() {
    return JsonObject.builder()
        .put("id", entry.id())
        .put("index", entry.index())
        .put("command", entry.command())
        .put("result", result.json())
        .put("durationMs", Figures.milliseconds(durationMs))
        .build();
  }
}
