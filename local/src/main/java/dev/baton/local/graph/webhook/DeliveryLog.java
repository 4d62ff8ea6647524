package dev.baton.local.graph.webhook;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The last deliveries, oldest first, and how much is still on its way. Safe for use by many threads.
 */
public final class DeliveryLog {

  private final int bound;
  private final Deque<Delivery> last = new ArrayDeque<>();
  private long made;
  private long underWay;

  /**
   * @param bound how many deliveries are remembered
   */
  public DeliveryLog(int bound) {
    this.bound = bound;
  }

  synchronized void begun() {
    underWay++;
  }

  synchronized void ended(int items) {
    underWay = Math.max(0, underWay - items);
    notifyAll();
  }

  synchronized long nextId() {
    return ++made;
  }

  synchronized void add(Delivery delivery) {
    last.add(delivery);
    if (last.size() > bound) {
      last.remove();
    }
  }

  synchronized void clear() {
    last.clear();
    underWay = 0;
    notifyAll();
  }

  public synchronized List<Delivery> all() {
    return List.copyOf(last);
  }

  /** Items that were neither accepted nor given up yet. */
  public synchronized long underWay() {
    return underWay;
  }

  /** Waits until nothing is under way; false if the time was up first. */
  public synchronized boolean awaitNothingUnderWay(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (underWay > 0) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }
}
