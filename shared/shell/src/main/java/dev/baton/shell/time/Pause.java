package dev.baton.shell.time;

import java.time.Duration;

/** Waits. Tests do not. */
@FunctionalInterface
public interface Pause {

  /**
   * Returns after that time.
   *
   * @throws IllegalStateException when the thread is interrupted meanwhile
   */
  void forDuration(Duration duration);

  /** Waits for real. */
  static Pause asleep() {
    return duration -> {
      try {
        Thread.sleep(duration);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted while waiting.", interrupted);
      }
    };
  }
}
