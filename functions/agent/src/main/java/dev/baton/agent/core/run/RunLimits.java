package dev.baton.agent.core.run;

import static dev.baton.core.json.JsonFields.number;
import static dev.baton.core.json.JsonFields.numberOrNull;

import dev.baton.core.json.JsonObject;

/**
 * What a run may use up. Source: streaming specification, section 7.3.
 *
 * @param turns model calls
 * @param outputTokens tokens that the model writes
 * @param runTimeMs milliseconds, without those in which the run waits for a person
 * @param costNanos billionths of a dollar
 * @param toolOutput the most bytes of one result of a call that the model gets
 */
public record RunLimits(
    int turns, long outputTokens, long runTimeMs, long costNanos, int toolOutput) {

  private static final int USUAL_TOOL_OUTPUT = 64 * 1_024;

  /** What a run may use up when nobody says otherwise. */
  public static final RunLimits USUAL =
      new RunLimits(20, 50_000, 30 * 60_000, 500_000_000, USUAL_TOOL_OUTPUT);

  /** The limits as JSON. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("turns", turns)
        .put("output_tokens", outputTokens)
        .put("run_time_ms", runTimeMs)
        .put("cost_nanos", costNanos)
        .put("tool_output", toolOutput)
        .build();
  }

  /** The limits that {@link #toJson} wrote. */
  public static RunLimits fromJson(JsonObject json) {
    Long toolOutput = numberOrNull(json, "tool_output");
    return new RunLimits(
        (int) number(json, "turns"),
        number(json, "output_tokens"),
        number(json, "run_time_ms"),
        number(json, "cost_nanos"),
        toolOutput == null ? USUAL_TOOL_OUTPUT : toolOutput.intValue());
  }
}
