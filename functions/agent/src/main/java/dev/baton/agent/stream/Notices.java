package dev.baton.agent.stream;

import dev.baton.agent.core.frame.Reconnect;
import java.util.SplittableRandom;

/**
 * Makes notices of planned ends: many viewers that are sent away at once come back one by one.
 * Source: streaming specification, section 4.4. Thread-safe.
 */
final class Notices {
  private static final long SOON = 250;
  private static final long SCATTER = 250;
  private static final long RESTART = 500;
  private static final long RESTARTED = 3_000;
  private static final long BUSY = 5_000;

  private final SplittableRandom random;

  Notices(SplittableRandom random) {
    this.random = random;
  }

  /** A notice for that reason. */
  Reconnect of(Reconnect.Reason reason) {
    return new Reconnect(reason, retryMillis(reason));
  }

  private long retryMillis(Reconnect.Reason reason) {
    return switch (reason) {
      case DEADLINE -> SOON + upTo(SCATTER);
      case LEASE, IDLE -> SOON;
      case SHUTDOWN -> RESTART + upTo(RESTARTED - RESTART);
      case BUSY -> BUSY;
    };
  }

  private synchronized long upTo(long most) {
    return random.nextLong(most + 1);
  }
}
