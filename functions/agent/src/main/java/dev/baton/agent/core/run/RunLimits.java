package dev.baton.agent.core.run;

import static dev.baton.core.json.JsonFields.number;

import dev.baton.core.json.JsonObject;

/**
 * What a run may use up. Source: streaming specification, section 7.3.
 *
 * @param turns model calls
 * @param outputTokens tokens that the model writes
 * @param runTimeMs milliseconds, without those in which the run waits for a person
 * @param costNanos billionths of a dollar
 */
public record RunLimits(int turns, long outputTokens, long runTimeMs, long costNanos) {

  /** What a run may use up when nobody says otherwise. */
  public static final RunLimits USUAL = new RunLimits(20, 50_000, 30 * 60_000, 500_000_000);

  /** The limits as JSON. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("turns", turns)
        .put("output_tokens", outputTokens)
        .put("run_time_ms", runTimeMs)
        .put("cost_nanos", costNanos)
        .build();
  }

  /** The limits that {@link #toJson} wrote. */
  public static RunLimits fromJson(JsonObject json) {
    return new RunLimits(
        (int) number(json, "turns"),
        number(json, "output_tokens"),
        number(json, "run_time_ms"),
        number(json, "cost_nanos"));
  }
}
