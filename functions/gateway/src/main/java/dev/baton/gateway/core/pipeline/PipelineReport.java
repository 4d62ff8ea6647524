package dev.baton.gateway.core.pipeline;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.gateway.core.call.Envelope;
import dev.baton.gateway.core.call.Figures;
import java.util.ArrayList;
import java.util.List;

/**
 * What a pipeline that has ended adds up to. Source: command specification, section 3.7.
 *
 * @param run the ended pipeline
 * @param executionTimeMs how long the whole took
 */
public record PipelineReport(PipelineRun run, long executionTimeMs) {

  /** Data of the last successful step, metadata and all steps. */
  public JsonObject data() {
    JsonObject.Builder data = JsonObject.builder();
    for (StepOutcome outcome : run.outcomes().reversed()) {
      if (outcome instanceof StepOutcome.Succeeded success) {
        data.putIfPresent("data", success.result().data());
        break;
      }
    }
    return data.put("metadata", metadata()).put("steps", steps()).build();
  }

  /** The least confidence of a successful step; 0 when none succeeded. */
  public double confidence() {
    return successes().stream()
        .mapToDouble(index -> result(index).confidence())
        .map(share -> Math.clamp(share, 0, 1))
        .min()
        .orElse(0);
  }

  /** What was done, one sentence. */
  public String reasoning() {
    int total = run.plan().steps().size();
    return "Completed " + successes().size() + " of " + total + (total == 1 ? " step." : " steps.");
  }

  private JsonObject metadata() {
    List<Json> breakdown = new ArrayList<>();
    List<Json> reasoning = new ArrayList<>();
    List<Json> warnings = new ArrayList<>();
    for (int index : successes()) {
      Envelope result = result(index);
      breakdown.add(about(index).put("confidence", Figures.share(result.confidence())).build());
      reasoning.add(about(index).put("reasoning", result.reasoning()).build());
      warnings.addAll(result.warnings());
    }
    return JsonObject.builder()
        .put("confidence", Figures.share(confidence()))
        .put("confidenceBreakdown", new JsonArray(breakdown))
        .put("reasoning", new JsonArray(reasoning))
        .put("warnings", new JsonArray(warnings))
        .put("executionTimeMs", executionTimeMs)
        .put("completedSteps", successes().size())
        .put("totalSteps", run.plan().steps().size())
        .build();
  }

  private JsonArray steps() {
    List<Json> steps = new ArrayList<>();
    for (int index = 0; index < run.outcomes().size(); index++) {
      JsonObject.Builder step = about(index);
      switch (run.outcomes().get(index)) {
        case StepOutcome.Succeeded(Envelope result, long milliseconds) ->
            step.put("status", "success")
                .putIfPresent("data", result.data())
                .put("executionTimeMs", milliseconds);
        case StepOutcome.Failed(JsonObject error, long milliseconds) ->
            step.put("status", "failure").put("error", error).put("executionTimeMs", milliseconds);
        case StepOutcome.Skipped(JsonObject error) ->
            step.put("status", "skipped").putIfPresent("error", error).put("executionTimeMs", 0);
      }
      steps.add(step.build());
    }
    return new JsonArray(steps);
  }

  private JsonObject.Builder about(int index) {
    PipelineStep step = run.plan().steps().get(index);
    return JsonObject.builder()
        .put("index", index)
        .putIfPresent("alias", step.alias())
        .put("command", step.command());
  }

  private List<Integer> successes() {
    List<Integer> indices = new ArrayList<>();
    for (int index = 0; index < run.outcomes().size(); index++) {
      if (run.outcomes().get(index) instanceof StepOutcome.Succeeded) {
        indices.add(index);
      }
    }
    return indices;
  }

  private Envelope result(int index) {
    return run.outcomes().get(index) instanceof StepOutcome.Succeeded(Envelope result, long ms)
        ? result
        : new Envelope(JsonObject.EMPTY);
  }
}
