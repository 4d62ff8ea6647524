package dev.baton.survey.deliver;

import java.time.Duration;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait before the next attempt within one delivery: 0.2 s, 1 s, 5 s, each 20 % more or
 * less, or what the answer asked for up to 30 s. Immutable. Source: survey spec §3.4.
 *
 * @param step delays used so far
 */
record RetryDelay(int step) {
  /** Before the first attempt. */
  static final RetryDelay FIRST = new RetryDelay(0);

  private static final List<Duration> DELAYS =
      List.of(Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(5));
  private static final Duration LONGEST_ASKED = Duration.ofSeconds(30);
  private static final double SPREAD = 0.2;

  /** Whether there is one more attempt. */
  boolean hasNext() {
    return step < DELAYS.size();
  }

  /** The state after this delay was used. */
  RetryDelay next() {
    return new RetryDelay(step + 1);
  }

  /**
   * The wait.
   *
   * @param askedMillis the wait that the answer asked for
   * @param random a number in [0, 1)
   */
  Duration duration(@Nullable Long askedMillis, DoubleSupplier random) {
    Duration asked = askedMillis == null ? Duration.ZERO : Duration.ofMillis(askedMillis);
    if (asked.isPositive() && asked.compareTo(LONGEST_ASKED) <= 0) {
      return asked;
    }
    double factor = 1 - SPREAD + 2 * SPREAD * random.getAsDouble();
    return Duration.ofMillis(Math.round(DELAYS.get(step).toMillis() * factor));
  }
}
