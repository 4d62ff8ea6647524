package dev.baton.survey.deliver;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How long this invocation may still last. */
final class Deadline {
  private static final Duration RESERVE = Duration.ofSeconds(5);
  private static final Duration SHORTEST_CALL = Duration.ofSeconds(15);

  private final LongSupplier remainingMillis;

  Deadline(LongSupplier remainingMillis) {
    this.remainingMillis = remainingMillis;
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
