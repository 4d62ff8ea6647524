package dev.baton.local.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Time that moves only when a test says so. Actions that are due run on the thread that moves it,
 * in the order of their moments; an action for a past moment runs at once.
 */
public final class ManualTimeline implements Timeline {
  private final List<Waiting> waiting = new ArrayList<>();
  private Instant now;

  /** Time that stands still at a moment. */
  public ManualTimeline(Instant now) {
    this.now = now;
  }

  private record Waiting(Instant moment, Runnable action) {}

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public Appointment at(Instant moment, Runnable action) {
    Waiting one = new Waiting(moment, action);
    synchronized (this) {
      waiting.add(one);
    }
    if (!moment.isAfter(instant())) {
      runDue(instant());
    }
    return () -> {
      synchronized (this) {
        waiting.remove(one);
      }
    };
  }

  /** Moves time forward and runs what becomes due, each at its own moment. */
  public void advance(Duration by) {
    Instant end = instant().plus(by);
    runDue(end);
    synchronized (this) {
      now = end;
    }
  }

  private void runDue(Instant end) {
    for (Waiting next = next(end); next != null; next = next(end)) {
      next.action().run();
    }
  }

  private synchronized @org.jspecify.annotations.Nullable Waiting next(Instant end) {
    Waiting next =
        waiting.stream()
            .filter(one -> !one.moment().isAfter(end))
            .min(Comparator.comparing(Waiting::moment))
            .orElse(null);
    if (next != null) {
      waiting.remove(next);
      now = next.moment().isAfter(now) ? next.moment() : now;
    }
    return next;
  }
}
