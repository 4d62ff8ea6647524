package dev.baton.agent.work.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * News between the thread that reads a model's stream and the one that writes the log. When too
 * much waits, the stream is not read on. Thread-safe.
 */
final class Inbox {
  private static final int MOST_BYTES = 256 * 1024;

  private record Waiting(ModelNews news, int bytes) {}

  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private int bytes;

  /** Puts news behind those that wait; waits while they are too many. */
  void put(ModelNews news, int size) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (bytes > MOST_BYTES) {
        changed.await();
      }
      add(news, size);
    } finally {
      lock.unlock();
    }
  }

  /** Puts the last news, without waiting. */
  void end(ModelNews.Over over) {
    lock.lock();
    try {
      add(over, 0);
    } finally {
      lock.unlock();
    }
  }

  /** The next news; null when none came in time. */
  @Nullable ModelNews next(long milliseconds) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(milliseconds);
      while (waiting.isEmpty() && left > 0) {
        left = changed.awaitNanos(left);
      }
      Waiting first = waiting.poll();
      if (first == null) {
        return null;
      }
      bytes -= first.bytes();
      changed.signalAll();
      return first.news();
    } finally {
      lock.unlock();
    }
  }

  private void add(ModelNews news, int size) {
    waiting.add(new Waiting(news, size));
    bytes += size;
    changed.signalAll();
  }
}
