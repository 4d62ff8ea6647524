package dev.baton.agent.core.viewer;

import dev.baton.agent.core.frame.Reconnect;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a response ends although its run goes on. Immutable; times are milliseconds since 1970.
 * Source: streaming specification, section 4.4.
 *
 * @param openedAt when it was opened
 * @param deadline when the invocation ends; null when nobody said so
 * @param rotates whether its viewer comes back with its position, so that it may be asked to
 * @param times the times
 */
public record Viewing(long openedAt, @Nullable Long deadline, boolean rotates, StreamTimes times) {
  private static final Duration AFTERWARDS = Duration.ofSeconds(30);

  /** When it ends in any case. */
  public long end() {
    long longest = openedAt + times.longest().toMillis();
    return deadline == null ? longest : Math.min(longest, deadline - times.reserve().toMillis());
  }

  /** Until when its viewer counts as there if nobody hears of its end. */
  public long until() {
    long rotation = openedAt + times.lease().plus(times.overtime()).toMillis();
    return (rotates ? Math.min(end(), rotation) : end()) + AFTERWARDS.toMillis();
  }

  /**
   * Why it ends now; null when it does not.
   *
   * @param lastEventAt when the last event was written, or it was opened
   * @param waiting whether it still waits for a run
   */
  public Reconnect.@Nullable Reason reason(long now, long lastEventAt, boolean waiting) {
    if (now >= end()) {
      return Reconnect.Reason.DEADLINE;
    }
    if (waiting && now >= openedAt + times.idle().toMillis()) {
      return Reconnect.Reason.IDLE;
    }
    return rotates && isDue(now, lastEventAt) ? Reconnect.Reason.LEASE : null;
  }

  private boolean isDue(long now, long lastEventAt) {
    long due = openedAt + times.lease().toMillis();
    boolean rests = now >= lastEventAt + times.rest().toMillis();
    return now >= due && (rests || now >= due + times.overtime().toMillis());
  }
}
