package dev.baton.local.graph.time;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How much is going on that nobody has to wait for: a count that is zero when all is quiet. Safe
 * for use by many threads.
 */
public final class Activity {

  private long underWay;

  public synchronized void begun() {
    underWay++;
  }

  public synchronized void ended() {
    underWay--;
    notifyAll();
  }

  /** The same task, counted while it runs. */
  public Runnable counted(Runnable task) {
    return () -> {
      begun();
      finishing(task).run();
    };
  }

  /** The same task, which counts as ended when it has run. */
  public Runnable finishing(Runnable task) {
    return () -> {
      try {
        task.run();
      } finally {
        ended();
      }
    };
  }

  public synchronized long underWay() {
    return underWay;
  }

  /** Waits until nothing is under way; false if the time was up first. */
  public synchronized boolean awaitQuiet(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (underWay > 0) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }
}
