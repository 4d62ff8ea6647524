package dev.baton.survey.core.waiting;

import dev.baton.survey.core.values.Values;
import java.util.List;
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
    return new WaitArming(values, rules, armedAt, guardMilliseconds).arm(wait, since);
  }

  /** The wait of a handoff whose author wrote none: return of the target, or the timeout. */
  public static ArmedWait defaultOfHandoff(
      String targetAppId, long since, long armedAt, long timeoutMilliseconds) {
    ArmedNode returned = new ArmedNode.HandoffReturn(0, targetAppId, null);
    ArmedNode timeout = new ArmedNode.Timeout(1, armedAt + timeoutMilliseconds);
    return new ArmedWait(
        new ArmedNode.Combined(Wait.Operator.OR, List.of(returned, timeout)), 0, since, armedAt);
  }
}
