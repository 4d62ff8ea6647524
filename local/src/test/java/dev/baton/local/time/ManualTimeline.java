package dev.baton.local.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Time that moves only when a test says so. */
public final class ManualTimeline implements Timeline {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final PriorityQueue<Waiting> waiting =
      new PriorityQueue<>(Comparator.comparing(Waiting::moment).thenComparing(Waiting::number));
  private Instant now;
  private long numbers;

  /** Time that stands still at a moment. */
  public ManualTimeline(Instant now) {
    this.now = now;
  }

  private record Waiting(Instant moment, long number, Runnable action) {}

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public synchronized Appointment at(Instant moment, Runnable action) {
    if (!moment.isAfter(now)) {
      Thread.startVirtualThread(action);
      return () -> {};
    }
    Waiting one = new Waiting(moment, ++numbers, action);
    waiting.add(one);
    notifyAll();
    return () -> cancel(one);
  }

  /** Returns when this many actions wait for their moment. */
  public synchronized void awaitWaiting(int count) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (waiting.size() < count) {
      long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
      if (left <= 0) {
        throw new AssertionError("Only " + waiting.size() + " of " + count + " actions wait.");
      }
      wait(left);
    }
  }

  /**
   * Moves time forward and returns when what becomes due has run, one after the other, each at its
   * own moment.
   */
  public void advance(Duration by) throws InterruptedException {
    Instant end = instant().plus(by);
    for (Waiting next = next(end); next != null; next = next(end)) {
      if (!Thread.startVirtualThread(next.action()).join(PATIENCE)) {
        throw new AssertionError("An action did not end.");
      }
    }
    synchronized (this) {
      now = end;
    }
  }

  private synchronized void cancel(Waiting one) {
    waiting.remove(one);
  }

  private synchronized @Nullable Waiting next(Instant end) {
    Waiting next = waiting.peek();
    if (next == null || next.moment().isAfter(end)) {
      return null;
    }
    waiting.remove();
    now = next.moment();
    return next;
  }
}
