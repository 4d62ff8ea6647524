package dev.baton.agent.core.position;

import java.time.Duration;

/**
 * How long to wait before the log is read again: the longer nothing came, the longer. Source:
 * streaming specification, section 8.
 *
 * @param hot while events come
 */
public record TailPause(Duration hot) {
  private static final Duration WARM = Duration.ofMillis(25);
  private static final Duration COOL = Duration.ofMillis(100);
  private static final Duration COLD = Duration.ofMillis(500);
  private static final Duration BEFORE_ANY_RUN = Duration.ofMillis(250);
  private static final long HOT_FOR = 2_000;
  private static final long WARM_FOR = 10_000;
  private static final long COOL_FOR = 60_000;

  /** The usual pauses. */
  public static final TailPause USUAL = new TailPause(Duration.ofMillis(5));

  /**
   * The next pause.
   *
   * @param silence milliseconds since the last event
   * @param awaiting whether the run waits for a person
   * @param begun whether there is a run
   */
  public Duration next(long silence, boolean awaiting, boolean begun) {
    if (!begun) {
      return BEFORE_ANY_RUN;
    }
    if (awaiting && silence >= HOT_FOR) {
      return COLD;
    }
    if (silence < HOT_FOR) {
      return hot;
    }
    if (silence < WARM_FOR) {
      return WARM;
    }
    return silence < COOL_FOR ? COOL : COLD;
  }
}
