package dev.baton.agent.run;

import dev.baton.agent.core.run.Run;
import dev.baton.agent.core.run.RunOutcome;

/** What came of a command to a run. */
public sealed interface RunHandled {

  /**
   * It was decided, and what was to be written is written.
   *
   * @param run the run as it is now
   * @param outcome what it says
   */
  record Decided(Run run, RunOutcome outcome) implements RunHandled {}

  /** There is no such run. */
  record Unknown() implements RunHandled {}

  /** Others wrote it at the same time, again and again. Nothing is written. */
  record Contended() implements RunHandled {}
}
