package dev.baton.local.stream;

import dev.baton.local.template.StreamMapping;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One of the batches of a shard that run at a time. A lane handles its records strictly in order,
 * and all records of a key are in the same lane.
 */
final class Lane {
  private static final Duration LAST_BATCH = Duration.ofSeconds(3);

  private final ReentrantLock working = new ReentrantLock();
  private final BlockingQueue<StreamRecord> waiting;
  private final StreamMapping mapping;
  private volatile boolean stopping;

  Lane(StreamMapping mapping) {
    this.mapping = mapping;
    this.waiting = new ArrayBlockingQueue<>(2 * mapping.batchSize());
  }

  /** Takes a record; waits while the lane is full. */
  void put(StreamRecord record) throws InterruptedException {
    waiting.put(record);
  }

  /** Handles batch after batch until it is stopped. */
  void run(String shardId, BatchRunner runner, Checkpoint checkpoint) {
    try {
      while (true) {
        List<StreamRecord> batch = nextBatch();
        working.lock();
        try {
          if (stopping) {
            return;
          }
          runner.run(shardId, batch, checkpoint);
        } finally {
          working.unlock();
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Lets the running batch end, within reason, and takes no other. */
  void stop(Thread worker) throws InterruptedException {
    stopping = true;
    boolean idle = working.tryLock(LAST_BATCH.toNanos(), TimeUnit.NANOSECONDS);
    worker.interrupt();
    if (idle) {
      working.unlock();
    }
    worker.join(LAST_BATCH);
  }

  private List<StreamRecord> nextBatch() throws InterruptedException {
    List<StreamRecord> batch = new ArrayList<>();
    batch.add(waiting.take());
    waiting.drainTo(batch, mapping.batchSize() - 1);
    long end = System.nanoTime() + mapping.batchingWindow().toNanos();
    while (batch.size() < mapping.batchSize()) {
      StreamRecord next = waiting.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (next == null) {
        break;
      }
      batch.add(next);
    }
    return batch;
  }
}
