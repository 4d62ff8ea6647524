package dev.baton.local.graph.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A timeline that runs with the machine's own timer; what time it is comes from the given source.
 */
public final class SystemTimeline implements Timeline, AutoCloseable {

  private final InstantSource source;
  private final ScheduledThreadPoolExecutor timer;

  public SystemTimeline(InstantSource source) {
    this.source = source;
    this.timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("graph-timeline").factory());
    timer.setRemoveOnCancelPolicy(true);
    timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public Instant now() {
    return source.instant();
  }

  @Override
  public void after(Duration delay, Runnable task) {
    if (!delay.isPositive()) {
      Thread.startVirtualThread(task);
      return;
    }
    if (!timer.isShutdown()) {
      var _ =
          timer.schedule(
              () -> Thread.startVirtualThread(task), delay.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  /** Forgets everything that has not started yet. */
  @Override
  public void close() {
    timer.shutdownNow();
  }
}
