package dev.baton.local.time;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that can also ring: the only way in which the local stack waits for a moment. */
public interface Timeline extends InstantSource {

  /**
   * Runs an action once at the moment, or as soon as possible when the moment is past.
   *
   * @return the appointment, which can be cancelled
   */
  Appointment at(Instant moment, Runnable action);

  /** An action that waits for its moment. */
  @FunctionalInterface
  interface Appointment {

    /** Takes the appointment back; one that has begun runs to its end. */
    void cancel();
  }
}
