package dev.baton.agent.stream;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** The streams that are open in this process. Thread-safe. */
final class OpenStreams {
  private final Set<ResponseText> responses = new HashSet<>();
  private boolean draining;

  /** Lets one in. */
  synchronized void enter(ResponseText response) {
    responses.add(response);
  }

  /** Lets one out. */
  synchronized void leave(ResponseText response) {
    responses.remove(response);
    notifyAll();
  }

  /** Whether all are asked to end. */
  synchronized boolean isDraining() {
    return draining;
  }

  /** Asks all to end. */
  synchronized void drain() {
    draining = true;
  }

  /** How many there are. */
  synchronized int size() {
    return responses.size();
  }

  /** Waits until all have ended, at most so long; then cuts the rest. */
  synchronized void awaitEnd(Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    try {
      for (long left = atMost.toNanos(); !responses.isEmpty() && left > 0; ) {
        wait(Math.max(1, left / 1_000_000));
        left = end - System.nanoTime();
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    responses.forEach(ResponseText::cut);
  }
}
