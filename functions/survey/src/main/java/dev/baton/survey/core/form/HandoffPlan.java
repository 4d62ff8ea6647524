package dev.baton.survey.core.form;

import dev.baton.survey.core.handoff.HandoffOutcome;
import dev.baton.survey.core.logic.Condition;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a handoff field does: one step, or a chain of them. Source: survey spec §6.1 and §6.7.
 *
 * @param steps the steps, at least one
 * @param stopOn outcomes of a step that end the chain early
 * @param when the condition of the whole field; null when it has none
 */
public record HandoffPlan(
    List<HandoffStep> steps, Set<HandoffOutcome> stopOn, @Nullable Condition when) {

  /** Keeps copies. */
  public HandoffPlan {
    steps = List.copyOf(steps);
    stopOn = Set.copyOf(stopOn);
  }

  /** The step of that number, from 1. */
  public HandoffStep step(int number) {
    return steps.get(number - 1);
  }

  /** Whether the field was written as a chain. */
  public boolean isChain() {
    return steps.size() > 1;
  }
}
