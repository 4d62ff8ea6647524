package dev.baton.local.graph.webhook;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last deliveries, oldest first. Safe for use by many threads. */
public final class DeliveryLog {

  private final int bound;
  private final Deque<Delivery> last = new ArrayDeque<>();
  private long made;

  /**
   * @param bound how many deliveries are remembered
   */
  public DeliveryLog(int bound) {
    this.bound = bound;
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
  }

  public synchronized List<Delivery> all() {
    return List.copyOf(last);
  }
}
