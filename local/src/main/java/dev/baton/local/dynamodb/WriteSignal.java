package dev.baton.local.dynamodb;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Tells readers of streams that something was written, so that they need not ask all the time. */
public final class WriteSignal {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition written = lock.newCondition();
  private long writes;

  /** How often something was written so far. */
  public long count() {
    lock.lock();
    try {
      return writes;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until more was written than the reader has seen, or the patience is at its end. */
  public void awaitMoreThan(long seen, Duration patience) throws InterruptedException {
    long rest = patience.toNanos();
    lock.lock();
    try {
      while (writes <= seen && rest > 0) {
        rest = written.awaitNanos(rest);
      }
    } finally {
      lock.unlock();
    }
  }

  void raise() {
    lock.lock();
    try {
      writes++;
      written.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
