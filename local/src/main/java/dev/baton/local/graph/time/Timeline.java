package dev.baton.local.graph.time;

import java.time.Duration;
import java.time.Instant;

/**
 * The time in which a simulated Messenger lives. Real in the local stack, moved by hand in tests.
 * Implementations are safe for use by many threads.
 */
public interface Timeline {

  /** The present instant. */
  Instant now();

  /**
   * Starts the task once this much time has passed, on a virtual thread of its own. A delay of zero
   * or less starts it at once. Tasks of equal delay start in the order in which they came.
   */
  void after(Duration delay, Runnable task);
}
