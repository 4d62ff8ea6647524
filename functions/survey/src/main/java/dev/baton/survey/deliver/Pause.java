package dev.baton.survey.deliver;

import java.time.Duration;

/** Waits. Tests do not. */
@FunctionalInterface
interface Pause {

  /** Returns after that time. */
  void forDuration(Duration duration);

  /** Waits for real. */
  static Pause asleep() {
    return duration -> {
      try {
        Thread.sleep(duration);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new CutShort("Interrupted while waiting.");
      }
    };
  }
}
