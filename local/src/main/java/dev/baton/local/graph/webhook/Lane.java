package dev.baton.local.graph.webhook;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The items of one participant that wait for their turn; at most one body is under way. */
final class Lane {

  /**
   * An item on its way.
   *
   * @param number greater than that of every earlier one
   * @param tried completed when it was tried once
   */
  record Parcel(long number, WebhookItem item, CompletableFuture<Delivery.Attempt> tried) {}

  private final Deque<Parcel> waiting = new ArrayDeque<>();
  private boolean busy;

  /** True if the lane stood still, so that the caller must set it going. */
  synchronized boolean add(Parcel parcel) {
    waiting.add(parcel);
    boolean stoodStill = !busy;
    busy = true;
    return stoodStill;
  }

  /** The next ones, at most this many; none means that the lane stands still now. */
  synchronized List<Parcel> next(int most) {
    List<Parcel> next = new ArrayList<>();
    while (next.size() < most && !waiting.isEmpty()) {
      next.add(waiting.remove());
    }
    busy = !next.isEmpty();
    return next;
  }
}
