package dev.baton.survey.deliver;

import java.time.Duration;
import java.util.function.LongSupplier;

/** What one invocation was sent for: how long it may still last, and whether others go first. */
final class Errand {
  private static final Duration RESERVE = Duration.ofSeconds(5);
  private static final Duration SHORTEST_CALL = Duration.ofSeconds(15);

  private final LongSupplier remainingMillis;
  private final boolean bulk;

  /** An errand; bulk work leaves half of a page's calls to everybody else. */
  Errand(LongSupplier remainingMillis, boolean bulk) {
    this.remainingMillis = remainingMillis;
    this.bulk = bulk;
  }

  /** Whether nobody waits for it. */
  boolean isBulk() {
    return bulk;
  }

  /** The longest call that still leaves time to commit its result. */
  Duration longestCall() {
    return Duration.ofMillis(remainingMillis.getAsLong()).minus(RESERVE);
  }

  /** Whether a call of the shortest allowed timeout still fits. */
  boolean allowsCall() {
    return longestCall().compareTo(SHORTEST_CALL) >= 0;
  }

  /** Whether a call still fits after a pause. */
  boolean allowsCallAfter(Duration pause) {
    return longestCall().minus(pause).compareTo(SHORTEST_CALL) >= 0;
  }
}
