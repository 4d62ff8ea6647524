package dev.baton.local.lambda;

import java.time.Duration;

/**
 * How long to wait before the next try: doubled each time, up to a longest.
 *
 * @param first wait after the first failure
 * @param longest wait that is never exceeded
 */
public record RetryPace(Duration first, Duration longest) {

  /** Wait after this many failures, from 1 on. */
  public Duration after(int failures) {
    int doublings = Math.min(30, Math.max(0, failures - 1));
    Duration wait = first.multipliedBy(1L << doublings);
    return wait.compareTo(longest) > 0 ? longest : wait;
  }
}
