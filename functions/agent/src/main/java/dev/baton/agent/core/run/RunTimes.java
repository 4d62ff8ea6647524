package dev.baton.agent.core.run;

/** When a run changes without anybody's doing. */
public final class RunTimes {
  private RunTimes() {}

  /** The moment, in milliseconds since 1970; the end of time for a run that has ended. */
  public static long due(Run run, RunPatience patience) {
    return switch (run.state()) {
      case QUEUED -> run.changedAt() + patience.start().toMillis();
      case RUNNING -> {
        Lease lease = run.lease();
        yield (lease == null ? run.changedAt() : lease.until()) + patience.grace().toMillis();
      }
      case AWAITING_APPROVAL ->
          run.openApprovals().stream().mapToLong(Approval::expiresAt).min().orElse(run.changedAt());
      case HANDING_OVER -> run.changedAt() + patience.successor().toMillis();
      case DONE, ERROR, CANCELLED -> Long.MAX_VALUE;
    };
  }

  /**
   * When the run's timer is to look at it again. While a worker may be at it that is soon and again
   * and again, because a worker sets no timers.
   */
  static long nextLook(Run run, long now, RunPatience patience) {
    long soon = now + patience.look().toMillis();
    return switch (run.state()) {
      case RUNNING -> soon;
      case QUEUED -> Math.min(soon, due(run, patience));
      case AWAITING_APPROVAL, HANDING_OVER, DONE, ERROR, CANCELLED -> due(run, patience);
    };
  }

  /** Milliseconds for which a run has worked: its life without the time it waited for a person. */
  public static long workedMs(Run run, long now) {
    return Math.max(0, now - run.terms().startedAt() - run.waitedMs());
  }
}
