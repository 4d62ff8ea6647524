package dev.baton.local.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that can also ring: the only way in which the local stack waits for a moment. Real for a
 * laptop, moved by hand in tests. Implementations are safe for use by many threads.
 */
public interface Timeline extends InstantSource {

  /**
   * Runs an action once at the moment, or as soon as possible when the moment is past, on a thread
   * of its own and never on the caller's.
   *
   * @return the appointment, which can be cancelled
   */
  Appointment at(Instant moment, Runnable action);

  /** The same when this much time has passed; zero is as soon as possible. */
  default Appointment after(Duration delay, Runnable action) {
    return at(instant().plus(delay), action);
  }

  /** An action that waits for its moment. */
  @FunctionalInterface
  interface Appointment {

    /** Takes the appointment back; one that has begun runs to its end. */
    void cancel();
  }
}
