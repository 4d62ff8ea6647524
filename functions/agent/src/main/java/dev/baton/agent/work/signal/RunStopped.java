package dev.baton.agent.work.signal;

import dev.baton.agent.core.event.RunError;
import dev.baton.agent.core.event.RunErrorCode;
import dev.baton.agent.core.run.RunEnding;

/** Leaves the worker's loop, from wherever it is; caught once, where the run is ended. */
public final class RunStopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Stop stop;

  /** For that reason. */
  public RunStopped(Stop stop) {
    super("The worker stops: " + stop, null, false, false);
    this.stop = stop;
  }

  /** Because of an error. */
  public static RunStopped by(RunErrorCode code) {
    return by(RunError.of(code));
  }

  /** Because of an error. */
  public static RunStopped by(RunError error) {
    return new RunStopped(new Stop.End(new RunEnding.Failed(error)));
  }

  /**
   * Because the worker's own process is told to stop. The interrupt is used up: the last words are
   * still to be written.
   */
  public static RunStopped interrupted() {
    Thread.interrupted();
    return by(RunErrorCode.WORKER_LOST);
  }

  /** The reason. */
  public Stop stop() {
    return stop;
  }
}
