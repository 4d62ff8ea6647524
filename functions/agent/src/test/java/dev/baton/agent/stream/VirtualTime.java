package dev.baton.agent.stream;

import dev.baton.shell.time.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands until it is moved, and pauses that end when it has come so far. */
final class VirtualTime implements InstantSource, Pause {
  private Instant now = Instant.parse("2026-11-21T10:00:00Z");

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public synchronized void forDuration(Duration duration) {
    Instant end = now.plus(duration);
    try {
      while (now.isBefore(end)) {
        wait();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting.", interrupted);
    }
  }

  /** Moves the clock on. */
  synchronized void advance(Duration duration) {
    now = now.plus(duration);
    notifyAll();
  }
}
