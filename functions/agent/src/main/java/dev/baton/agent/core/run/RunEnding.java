package dev.baton.agent.core.run;

import dev.baton.agent.core.event.RunError;

/** How a run ends. */
public sealed interface RunEnding {

  /** The state after it. */
  RunState state();

  /**
   * The model is done.
   *
   * @param stopReason the model's word for why
   */
  record Done(String stopReason) implements RunEnding {
    @Override
    public RunState state() {
      return RunState.DONE;
    }
  }

  /**
   * It cannot go on.
   *
   * @param error why
   */
  record Failed(RunError error) implements RunEnding {
    @Override
    public RunState state() {
      return RunState.ERROR;
    }
  }

  /**
   * It was called off.
   *
   * @param reason {@code owner}, {@code viewer_gone}, {@code session_expired} or {@code
   *     session_ended}
   */
  record Cancelled(String reason) implements RunEnding {
    @Override
    public RunState state() {
      return RunState.CANCELLED;
    }
  }
}
