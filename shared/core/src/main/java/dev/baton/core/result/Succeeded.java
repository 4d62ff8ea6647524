package dev.baton.core.result;

import dev.baton.core.json.Json;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A command that did what it was asked. Made by {@link #with} and refined by the other methods,
 * each of which answers a changed copy.
 *
 * @param data the output, as the command's output shape declares it
 * @param confidence how sure the output is, 0 to 1; 1 for everything that is computed
 * @param reasoning one sentence on what was done
 * @param extras what an answer carries besides
 */
public record Succeeded(Json data, double confidence, String reasoning, Extras extras)
    implements CommandResult {

  /**
   * What an answer carries beside its data; empty lists and nulls are not written.
   *
   * @param sources where the data comes from
   * @param plan the steps of work that goes on
   * @param alternatives other possible outputs
   * @param warnings flaws of this success
   * @param suggestions what the caller may do next
   * @param undo the call that takes it back; null when there is none
   * @param hints what an agent does next; null when there is nothing to say
   */
  public record Extras(
      List<Source> sources,
      List<PlanStep> plan,
      List<Alternative> alternatives,
      List<Warning> warnings,
      List<String> suggestions,
      @Nullable Undo undo,
      @Nullable AgentHints hints) {

    /** Nothing besides. */
    public static final Extras NONE =
        new Extras(List.of(), List.of(), List.of(), List.of(), List.of(), null, null);

    /** Extras over copies of the lists. */
    public Extras {
      sources = List.copyOf(sources);
      plan = List.copyOf(plan);
      alternatives = List.copyOf(alternatives);
      warnings = List.copyOf(warnings);
      suggestions = List.copyOf(suggestions);
    }
  }

  /** A success that has data and says what was done. */
  public Succeeded {
    Objects.requireNonNull(data, "A success has data.");
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("Confidence " + confidence + " is not 0 to 1.");
    }
    if (reasoning.isBlank()) {
      throw new IllegalArgumentException("A success says what was done.");
    }
  }

  /** A success that is certain, without anything besides. */
  public static Succeeded with(Json data, String reasoning) {
    return new Succeeded(data, 1.0, reasoning, Extras.NONE);
  }

  /** With another confidence, 0 to 1. */
  public Succeeded sure(double share) {
    return new Succeeded(data, share, reasoning, extras);
  }

  /** With these origins of the data. */
  public Succeeded from(List<Source> sources) {
    return besides(
        new Extras(
            sources,
            extras.plan,
            extras.alternatives,
            extras.warnings,
            extras.suggestions,
            extras.undo,
            extras.hints));
  }

  /** With these steps of work that goes on. */
  public Succeeded following(List<PlanStep> plan) {
    return besides(
        new Extras(
            extras.sources,
            plan,
            extras.alternatives,
            extras.warnings,
            extras.suggestions,
            extras.undo,
            extras.hints));
  }

  /** With these other possible outputs. */
  public Succeeded or(List<Alternative> alternatives) {
    return besides(
        new Extras(
            extras.sources,
            extras.plan,
            alternatives,
            extras.warnings,
            extras.suggestions,
            extras.undo,
            extras.hints));
  }

  /** With these flaws. */
  public Succeeded warning(List<Warning> warnings) {
    return besides(
        new Extras(
            extras.sources,
            extras.plan,
            extras.alternatives,
            warnings,
            extras.suggestions,
            extras.undo,
            extras.hints));
  }

  /** With these proposals. */
  public Succeeded suggesting(String... suggestions) {
    return besides(
        new Extras(
            extras.sources,
            extras.plan,
            extras.alternatives,
            extras.warnings,
            List.of(suggestions),
            extras.undo,
            extras.hints));
  }

  /** With the call that takes it back. */
  public Succeeded undoneBy(Undo undo) {
    return besides(
        new Extras(
            extras.sources,
            extras.plan,
            extras.alternatives,
            extras.warnings,
            extras.suggestions,
            undo,
            extras.hints));
  }

  /** With what an agent does next. */
  public Succeeded hinting(AgentHints hints) {
    return besides(
        new Extras(
            extras.sources,
            extras.plan,
            extras.alternatives,
            extras.warnings,
            extras.suggestions,
            extras.undo,
            hints));
  }

  private Succeeded besides(Extras others) {
    return new Succeeded(data, confidence, reasoning, others);
  }
}
