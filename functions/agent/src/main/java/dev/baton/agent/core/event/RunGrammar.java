package dev.baton.agent.core.event;

import dev.baton.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * The log of one run so far, as far as it decides what may come next. Whoever appends asks it
 * first; an event that it refuses would leave viewers with calls that never end, or with two
 * endings. Immutable. Source: streaming specification, section 3.3.
 */
public final class RunGrammar {
  private static final RunGrammar START =
      new RunGrammar(RunPhase.NEW, TurnCalls.NONE, Attempt.NONE);

  private final RunPhase phase;
  private final TurnCalls calls;
  private final Attempt attempt;

  private RunGrammar(RunPhase phase, TurnCalls calls, Attempt attempt) {
    this.phase = phase;
    this.calls = calls;
    this.attempt = attempt;
  }

  /** Whether an event may come. */
  public sealed interface Verdict {}

  /**
   * It may.
   *
   * @param next the log with it
   */
  public record Accepted(RunGrammar next) implements Verdict {}

  /**
   * It may not.
   *
   * @param reason a sentence for whoever looks for the fault, without text of the run
   */
  public record Violated(String reason) implements Verdict {}

  /** An empty log. */
  public static RunGrammar start() {
    return START;
  }

  /** Whether that event may come next. */
  public Verdict accept(AgentEvent event) {
    return accept(event.type(), event.payload());
  }

  /**
   * Whether such an event may come next.
   *
   * @param payload its members; those that every logged event has make no difference
   */
  public Verdict accept(EventType type, JsonObject payload) {
    RunPhase next = phase.after(type);
    if (next == null) {
      return new Violated("No " + type.wireName() + " may come in the phase " + phase + ".");
    }
    String broken = broken(type, payload);
    if (broken != null) {
      return new Violated(broken.replace("%s", TurnCalls.idOf(payload)));
    }
    return new Accepted(
        new RunGrammar(next, calls.after(type, payload), attempt.after(type, payload)));
  }

  /** Whether the run has its last event. */
  public boolean isOver() {
    return phase == RunPhase.OVER;
  }

  private @Nullable String broken(EventType type, JsonObject payload) {
    String rule = calls.broken(type, payload);
    return rule == null ? attempt.broken(type, payload) : rule;
  }
}
