package dev.baton.local.chat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How many messages of a crowd are acknowledged, for those who wait for some. Thread-safe. */
final class Progress {
  private static final int SECONDS = 180;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final int total;
  private int done;

  Progress(int total) {
    this.total = total;
  }

  int total() {
    return total;
  }

  /** One more is acknowledged. */
  void advance() {
    lock.lock();
    try {
      done++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until so many are acknowledged, or all; true when all are. */
  boolean await(int count) throws InterruptedException {
    lock.lock();
    try {
      while (done < Math.min(count, total)) {
        int before = done;
        if (!changed.await(SECONDS, TimeUnit.SECONDS) && done == before) {
          throw new AssertionError("Nothing is acknowledged after " + done + " of " + total);
        }
      }
      return done == total;
    } finally {
      lock.unlock();
    }
  }
}
