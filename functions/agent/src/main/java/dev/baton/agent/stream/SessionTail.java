package dev.baton.agent.stream;

import dev.baton.agent.core.event.LoggedEvent;
import dev.baton.agent.core.run.RunState;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Reads the end of one session's log for all its viewers in this process: one thread reads, whoever
 * waits is woken. It never waits for a viewer. Source: streaming specification, section 8.
 * Thread-safe.
 */
final class SessionTail implements Runnable {
  private static final int BATCHES = 16;
  private static final int MOST_AT_ONCE = 256;
  private static final long SECOND = 1_000;

  private final String sessionId;
  private final TailParts parts;
  private final RecentEvents recent;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Set<ResponseText> responses = new HashSet<>();
  private @Nullable String runId;
  private @Nullable RunState runState;
  private long lastEventAt;
  private long looksAt;
  private boolean ending;
  private boolean stopped;
  private boolean faulty;
  private boolean finished;

  /** A tail that has read everything up to that number, the last of a batch. */
  SessionTail(String sessionId, long head, TailParts parts) {
    this.sessionId = sessionId;
    this.parts = parts;
    this.recent = new RecentEvents(head);
    this.lastEventAt = parts.clock().millis();
  }

  String sessionId() {
    return sessionId;
  }

  /** Lets a viewer in. */
  void enter(ResponseText response, @Nullable String run) {
    lock.lock();
    try {
      responses.add(response);
      if (run != null) {
        runId = run;
        looksAt = 0;
      }
    } finally {
      lock.unlock();
    }
  }

  /** Lets a viewer out; true when it was the last, and the tail ends. */
  boolean leave(ResponseText response) {
    lock.lock();
    try {
      responses.remove(response);
      stopped = responses.isEmpty();
      return stopped;
    } finally {
      lock.unlock();
    }
  }

  /** Events behind that number; null when they must be read from the log. */
  @Nullable List<LoggedEvent> after(long seq) {
    lock.lock();
    try {
      return recent.after(seq, MOST_AT_ONCE);
    } finally {
      lock.unlock();
    }
  }

  /** Waits until there is something behind that number, at most so long, and not when it ends. */
  void await(long seq, Duration atMost) throws InterruptedException {
    lock.lock();
    try {
      long left = atMost.toNanos();
      while (recent.head() <= seq && !ending && left > 0) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Lets nobody wait any more. */
  void end() {
    lock.lock();
    try {
      ending = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Reads once more, for all its viewers: what was appended until now is theirs before they go. */
  synchronized void finish() {
    if (!finished) {
      finished = true;
      try {
        take(parts.log().behind(sessionId, head(), BATCHES, true), parts.clock().millis());
      } catch (RuntimeException fault) {
        report(fault);
      }
    }
  }

  @Override
  public void run() {
    while (!isStopped()) {
      parts.pause().forDuration(step());
    }
  }

  private boolean isStopped() {
    lock.lock();
    try {
      return stopped;
    } finally {
      lock.unlock();
    }
  }

  /** Reads once; answers how long to pause. */
  private Duration step() {
    long now = parts.clock().millis();
    try {
      boolean looks = now >= looksAt;
      looksAt = looks ? now + SECOND : looksAt;
      take(parts.log().behind(sessionId, head(), BATCHES, looks), now);
      if (looks) {
        look();
        stopStalled(now);
      }
      faulty = false;
      boolean awaiting = runState == RunState.AWAITING_APPROVAL;
      return parts.pauses().next(now - lastEventAt, awaiting, runId != null || head() > 0);
    } catch (RuntimeException fault) {
      report(fault);
      return Duration.ofSeconds(1);
    }
  }

  private void look() {
    String watched = watched();
    runState = watched == null ? null : parts.guard().look(sessionId, watched);
  }

  private @Nullable String watched() {
    lock.lock();
    try {
      return runId;
    } finally {
      lock.unlock();
    }
  }

  /** The number of the last event that it has read. */
  long head() {
    lock.lock();
    try {
      return recent.head();
    } finally {
      lock.unlock();
    }
  }

  private void take(List<LoggedEvent> events, long now) {
    if (events.isEmpty()) {
      return;
    }
    lock.lock();
    try {
      recent.add(events);
      LoggedEvent last = events.getLast();
      runId = last.type().isTerminal() ? null : last.runId();
      lastEventAt = now;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void stopStalled(long now) {
    lock.lock();
    try {
      responses.forEach(response -> response.cutIfStalled(now));
    } finally {
      lock.unlock();
    }
  }

  // Once per series of faults: the viewers see heartbeats meanwhile.
  private void report(RuntimeException fault) {
    if (!faulty) {
      faulty = true;
      parts.output().error("tail_faulty", Map.of("session_id", sessionId), fault);
    }
  }
}
