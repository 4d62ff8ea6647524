package dev.baton.local.graph;

import dev.baton.local.graph.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** A timeline that stands still until it is moved. */
final class ManualTimeline implements Timeline {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final PriorityQueue<Entry> waiting =
      new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparingLong(Entry::number));
  private Instant now;
  private long numbers;

  ManualTimeline(Instant start) {
    this.now = start;
  }

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public synchronized void after(Duration delay, Runnable task) {
    if (delay.isPositive()) {
      waiting.add(new Entry(now.plus(delay), ++numbers, task));
      notifyAll();
    } else {
      Thread.startVirtualThread(task);
    }
  }

  /** Returns when this many tasks wait for their time. */
  synchronized void awaitWaiting(int count) throws InterruptedException {
    long deadline = System.currentTimeMillis() + PATIENCE.toMillis();
    while (waiting.size() < count) {
      long left = deadline - System.currentTimeMillis();
      if (left <= 0) {
        throw new AssertionError("Only " + waiting.size() + " of " + count + " tasks wait.");
      }
      wait(left);
    }
  }

  /** Moves the time on and returns when every task that became due has run. */
  void advance(Duration by) throws InterruptedException {
    Instant until = now().plus(by);
    for (Entry next = due(until); next != null; next = due(until)) {
      if (!Thread.startVirtualThread(next.task()).join(PATIENCE)) {
        throw new AssertionError("A task did not end.");
      }
    }
    synchronized (this) {
      now = until;
    }
  }

  private synchronized @Nullable Entry due(Instant until) {
    Entry next = waiting.peek();
    if (next == null || next.at().isAfter(until)) {
      return null;
    }
    waiting.remove();
    now = next.at();
    return next;
  }

  private record Entry(Instant at, long number, Runnable task) {}
}
