package dev.baton.agent.work.signal;

import dev.baton.agent.core.run.RunEnding;

/** Why a worker stops before its work is done. */
public sealed interface Stop {

  /** Another has the run, or nobody knows who has it: nothing more is written. */
  record Fenced() implements Stop {}

  /** The run is to end, in this way. */
  record End(RunEnding ending) implements Stop {}
}
