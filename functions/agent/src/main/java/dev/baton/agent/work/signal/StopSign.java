package dev.baton.agent.work.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What one thread raises and the others see: the first reason counts. Whoever waits for something
 * outside says how that is ended. Thread-safe.
 */
public final class StopSign {
  private final CountDownLatch raised = new CountDownLatch(1);
  private final List<Runnable> breaks = new ArrayList<>();
  private @Nullable Stop stop;

  /** A sign that nobody has raised. */
  public StopSign() {}

  /** Raises it and ends at once what is waited for; nothing when it is raised already. */
  public void raise(Stop reason) {
    List<Runnable> all;
    synchronized (this) {
      if (stop != null) {
        return;
      }
      stop = reason;
      all = List.copyOf(breaks);
    }
    raised.countDown();
    all.forEach(Runnable::run);
  }

  /** The reason; null while it is not raised. */
  public synchronized @Nullable Stop reason() {
    return stop;
  }

  /**
   * Goes on only while it is not raised.
   *
   * @throws RunStopped with its reason
   */
  public void check() {
    Stop reason = reason();
    if (reason != null) {
      throw new RunStopped(reason);
    }
  }

  /**
   * Waits so long, or until it is raised.
   *
   * @throws RunStopped when it is raised
   */
  public void waitFor(long milliseconds) {
    try {
      boolean early = raised.await(milliseconds, TimeUnit.MILLISECONDS);
      if (early) {
        check();
      }
    } catch (InterruptedException interrupted) {
      throw RunStopped.interrupted();
    }
  }

  /** Until it is closed, that is run when the sign is raised; at once when it is raised. */
  public Breaking breaking(Runnable end) {
    boolean late;
    synchronized (this) {
      late = stop != null;
      breaks.add(end);
    }
    if (late) {
      end.run();
    }
    return () -> {
      synchronized (this) {
        breaks.remove(end);
      }
    };
  }

  /** Something outside that is waited for. */
  @FunctionalInterface
  public interface Breaking extends AutoCloseable {
    @Override
    void close();
  }
}
