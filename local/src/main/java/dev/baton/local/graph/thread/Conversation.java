package dev.baton.local.graph.thread;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One person's conversation with one page. Every method is atomic; the transcript only grows. */
public final class Conversation {

  private final ParticipantKey key;
  private final ConversationJournal journal;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition grown = lock.newCondition();
  private final List<Line> lines = new ArrayList<>();
  private final List<SentMessage> sent = new ArrayList<>();
  private final Set<String> tokens = new HashSet<>();
  private Ownership ownership = new Ownership(null, 0);
  private @Nullable Long lastWroteAt;
  private boolean available = true;
  private long lastStamp;

  Conversation(ParticipantKey key, ConversationJournal journal) {
    this.key = key;
    this.journal = journal;
  }

  public ParticipantKey key() {
    return key;
  }

  /** A timestamp for the next event: now, but later than every one before it. */
  public long stamp(long now) {
    return locked(() -> lastStamp = Math.max(now, lastStamp + 1));
  }

  /** When something last happened, or the owner changed, in milliseconds since 1970. */
  public long lastActivity() {
    return locked(() -> Math.max(ownership.since(), lines.isEmpty() ? 0 : lines.getLast().at()));
  }

  public Ownership ownership() {
    return locked(() -> ownership);
  }

  /** Changes the owner and returns who owned the thread before. */
  public Ownership own(UnaryOperator<Ownership> change) {
    return locked(() -> {
      Ownership before = ownership;
      ownership = change.apply(before);
      if (!ownership.equals(before)) {
        journal.owned(key, ownership);
      }
      return before;
    });
  }

  public void add(Line line) {
    locked(() -> {
      lines.add(line);
      lastStamp = Math.max(lastStamp, line.at());
      if (line.from().equals("participant")) {
        lastWroteAt = line.at();
      }
      journal.said(key, line);
      grown.signalAll();
      return line;
    });
  }

  public void add(SentMessage message, Line line) {
    locked(() -> sent.add(message));
    add(line);
  }

  public List<Line> lines() {
    return locked(() -> List.copyOf(lines));
  }

  /** The transcript as soon as it has this many lines, or as it is when the time is up. */
  public List<Line> awaitLines(int atLeast, Duration patience) throws InterruptedException {
    lock.lock();
    try {
      long nanos = patience.toNanos();
      while (lines.size() < atLeast && nanos > 0) {
        nanos = grown.awaitNanos(Math.min(nanos, TimeUnit.SECONDS.toNanos(60)));
      }
      return List.copyOf(lines);
    } finally {
      lock.unlock();
    }
  }

  /** What the apps of the page sent, oldest first. */
  public List<SentMessage> sent() {
    return locked(() -> List.copyOf(sent));
  }

  /** When the person last wrote, tapped or opened a link, in milliseconds since 1970. */
  public @Nullable Long lastWroteAt() {
    lock.lock();
    try {
      return lastWroteAt;
    } finally {
      lock.unlock();
    }
  }

  public boolean isAvailable() {
    return locked(() -> available);
  }

  public void available(boolean now) {
    locked(() -> available = now);
  }

  public void grant(String oneTimeToken) {
    locked(() -> tokens.add(oneTimeToken));
  }

  public boolean holds(String oneTimeToken) {
    return locked(() -> tokens.contains(oneTimeToken));
  }

  /** True once for each token granted. */
  public boolean spend(String oneTimeToken) {
    return locked(() -> tokens.remove(oneTimeToken));
  }

  private <T> T locked(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }
}
