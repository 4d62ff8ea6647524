package dev.baton.local.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * The machine's time. Actions start on virtual threads, so that a slow one delays no other.
 *
 * <p>Long waits are cut into pieces: the machine may sleep or its clock may be set, and an alarm is
 * about the clock.
 */
public final class SystemTimeline implements Timeline, AutoCloseable {
  private static final Duration LONGEST_PIECE = Duration.ofSeconds(30);

  private final Clock clock = Clock.systemUTC();
  private final ScheduledThreadPoolExecutor alarms = new ScheduledThreadPoolExecutor(1, daemon());

  /** A timeline that runs until it is closed. */
  public SystemTimeline() {
    alarms.setRemoveOnCancelPolicy(true);
    alarms.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public Instant instant() {
    return clock.instant();
  }

  @Override
  public Appointment at(Instant moment, Runnable action) {
    Waiting waiting = new Waiting(moment, action);
    waiting.waitOn();
    return waiting;
  }

  @Override
  public void close() {
    alarms.shutdownNow();
  }

  private static ThreadFactory daemon() {
    return Thread.ofPlatform().name("baton-alarms").daemon().factory();
  }

  private final class Waiting implements Appointment {
    private final Instant moment;
    private final Runnable action;
    private volatile boolean cancelled;
    private volatile Future<?> piece = CompletableFuture.completedFuture(null);

    Waiting(Instant moment, Runnable action) {
      this.moment = moment;
      this.action = action;
    }

    void waitOn() {
      Duration rest = Duration.between(clock.instant(), moment);
      Duration next = rest.compareTo(LONGEST_PIECE) > 0 ? LONGEST_PIECE : rest;
      try {
        piece = alarms.schedule(this::ring, Math.max(0, next.toNanos()), TimeUnit.NANOSECONDS);
      } catch (RejectedExecutionException closed) {
        cancelled = true;
      }
    }

    private void ring() {
      if (cancelled) {
        return;
      }
      if (clock.instant().isBefore(moment)) {
        waitOn();
      } else {
        Thread.ofVirtual().start(action);
      }
    }

    @Override
    public void cancel() {
      cancelled = true;
      piece.cancel(false);
    }
  }
}
