package dev.baton.gateway.core.pipeline;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandError;
import dev.baton.core.result.ErrorCode;
import dev.baton.core.result.ErrorCodes;
import java.util.ArrayList;
import java.util.List;

/**
 * A pipeline under way: what became of its first steps. Immutable; every outcome makes a successor.
 *
 * @param plan the whole pipeline
 * @param outcomes one for each step so far
 */
public record PipelineRun(PipelinePlan.Accepted plan, List<StepOutcome> outcomes) {

  /** What comes next. */
  public sealed interface Next {}

  /**
   * A command is to be called; its outcome goes to {@link #after}.
   *
   * @param step the step
   * @param input its input with all references replaced
   */
  public record Call(PipelineStep step, Json input) implements Next {}

  /**
   * A step is not called; this run goes on.
   *
   * @param run the successor
   */
  public record Skip(PipelineRun run) implements Next {}

  /** Every step has its outcome. */
  public record Done() implements Next {}

  /** A run over a copy of the outcomes. */
  public PipelineRun {
    outcomes = List.copyOf(outcomes);
  }

  /** A pipeline of which nothing has run. */
  public static PipelineRun of(PipelinePlan.Accepted plan) {
    return new PipelineRun(plan, List.of());
  }

  /** What comes next, by whether the pipeline's time is over. */
  public Next next(boolean timeOver) {
    if (outcomes.size() == plan.steps().size()) {
      return new Done();
    }
    if (timeOver) {
      return skip(ErrorCodes.PIPELINE_TIMEOUT, "The time of the pipeline was over.");
    }
    if (!plan.continueOnFailure() && hasFailed()) {
      return skip(ErrorCodes.COMMAND_SKIPPED, "An earlier step failed.");
    }
    PipelineStep step = plan.steps().get(outcomes.size());
    Known known = new Known(plan.input(), plan.steps(), outcomes);
    Condition condition = step.condition();
    if (condition != null && !Condition.holds(condition, known)) {
      return new Skip(after(new StepOutcome.Skipped(null)));
    }
    Json input = known.fill(step.input());
    return new Call(step, input == null ? JsonObject.EMPTY : input);
  }

  /** The run after the next step had that outcome. */
  public PipelineRun after(StepOutcome outcome) {
    List<StepOutcome> more = new ArrayList<>(outcomes);
    more.add(outcome);
    return new PipelineRun(plan, more);
  }

  private boolean hasFailed() {
    return outcomes.stream().anyMatch(StepOutcome.Failed.class::isInstance);
  }

  private Next skip(ErrorCode code, String message) {
    CommandError error =
        new CommandError(
            code,
            message,
            code.retryable()
                ? "Send the steps that are left in a pipeline of their own."
                : "Mend the failed step, or set options.continueOnFailure.",
            JsonObject.EMPTY);
    return new Skip(after(new StepOutcome.Skipped(error.toJson())));
  }
}
