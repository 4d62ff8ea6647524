package dev.baton.survey.core.waiting;

import dev.baton.survey.core.values.Values;
import org.jspecify.annotations.Nullable;

/** Arms waits for a participant. Source: survey specification §5.3, §6.2. */
public final class ArmedWaits {
  private ArmedWaits() {}

  /**
   * Resolves patterns and deadlines.
   *
   * @param since only events from then on count
   * @param armedAt when relative deadlines begin
   * @param guardMilliseconds in a handoff its timeout, which takes the place of unreadable times
   *     and bounds a tree that time alone never makes true; null in a plain wait
   */
  public static Arming arm(
      Wait wait,
      Values values,
      TimeRules rules,
      long since,
      long armedAt,
      @Nullable Long guardMilliseconds) {
    throw new UnsupportedOperationException(
        "" + wait + values + rules + since + armedAt + guardMilliseconds);
  }

  /** The wait of a handoff whose author wrote none: return of the target, or the timeout. */
  public static ArmedWait defaultOfHandoff(
      String targetAppId, long since, long armedAt, long timeoutMilliseconds) {
    throw new UnsupportedOperationException(targetAppId + since + armedAt + timeoutMilliseconds);
  }
}
