package dev.baton.agent.core.run;

import dev.baton.agent.core.event.AgentEvent;
import java.util.List;

/**
 * What a command does to a run.
 *
 * @param next the run after it; the same as before when nothing is written
 * @param events what is appended to the log with this write; the terminal event last, if it ends
 * @param effects what follows from the write, in order
 * @param outcome what is said to whoever commanded
 */
public record RunDecision(
    Run next, List<AgentEvent> events, List<RunEffect> effects, RunOutcome outcome) {

  /** A decision over copies. */
  public RunDecision {
    events = List.copyOf(events);
    effects = List.copyOf(effects);
  }

  /** Whether there is something to write. */
  public boolean writes(Run before) {
    return next.version() != before.version();
  }

  /** Whether the run ends by it. */
  public boolean ends(Run before) {
    return next.state().isTerminal() && !before.state().isTerminal();
  }

  static RunDecision unchanged(Run run, RunOutcome outcome) {
    return new RunDecision(run, List.of(), List.of(), outcome);
  }
}
