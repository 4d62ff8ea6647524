package dev.baton.local.queue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.journal.Journal;
import dev.baton.local.template.QueueDefinition;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A standard queue. Messages are durable from send to delete; that one is being worked on is not,
 * so a restart shows every message again. Thread-safe.
 */
final class StandardQueue {
  private final QueueDefinition definition;
  private final Journal journal;
  private final InstantSource clock;
  private final Map<String, Held> held = new LinkedHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();

  StandardQueue(QueueDefinition definition, Journal journal, InstantSource clock) {
    this.definition = definition;
    this.journal = journal;
    this.clock = clock;
    journal
        .entries()
        .forEach((id, json) -> held.put(id, new Held(QueueMessage.fromJson(id, json))));
  }

  QueueDefinition definition() {
    return definition;
  }

  QueueMessage send(String body, ObjectNode attributes, Duration delay) {
    Instant now = clock.instant();
    QueueMessage message = new QueueMessage(UUID.randomUUID().toString(), body, attributes, now);
    lock.lock();
    try {
      journal.put(message.id(), message.toJson());
      Held entry = new Held(message);
      entry.visibleAt = now.plus(delay);
      held.put(message.id(), entry);
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
    return message;
  }

  /** Up to so many visible messages; waits for the first one at most so long. */
  List<Received> receive(int most, Duration visibility, Duration patience)
      throws InterruptedException {
    long rest = patience.toNanos();
    lock.lock();
    try {
      List<Received> received = takeVisible(most, visibility);
      while (received.isEmpty() && rest > 0) {
        long slice = Math.min(rest, TimeUnit.MILLISECONDS.toNanos(100));
        rest -= slice - Math.max(0, arrived.awaitNanos(slice));
        received = takeVisible(most, visibility);
      }
      return received;
    } finally {
      lock.unlock();
    }
  }

  private List<Received> takeVisible(int most, Duration visibility) {
    Instant now = clock.instant();
    expire(now);
    List<Received> received = new ArrayList<>();
    for (Held entry : held.values()) {
      if (received.size() == most) {
        break;
      }
      if (!entry.visibleAt.isAfter(now)) {
        received.add(entry.take(now, visibility));
      }
    }
    return received;
  }

  private void expire(Instant now) {
    Instant oldest = now.minus(definition.retention());
    List<String> expired =
        held.values().stream()
            .map(entry -> entry.message)
            .filter(message -> message.sentAt().isBefore(oldest))
            .map(QueueMessage::id)
            .toList();
    expired.forEach(this::forget);
  }

  /** Deletes the message of a receipt; an old or unknown receipt changes nothing. */
  void delete(String receipt) {
    lock.lock();
    try {
      forget(Receipts.messageId(receipt));
    } finally {
      lock.unlock();
    }
  }

  /** Moves the end of a message's hiding. */
  void changeVisibility(String receipt, Duration visibility) {
    lock.lock();
    try {
      Held entry = held.get(Receipts.messageId(receipt));
      if (entry != null) {
        entry.visibleAt = clock.instant().plus(visibility);
        arrived.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  void purge() {
    lock.lock();
    try {
      List.copyOf(held.keySet()).forEach(this::forget);
    } finally {
      lock.unlock();
    }
  }

  List<String> bodies() {
    lock.lock();
    try {
      return held.values().stream().map(entry -> entry.message.body()).toList();
    } finally {
      lock.unlock();
    }
  }

  /** Numbers of visible and of hidden messages. */
  Counts counts() {
    lock.lock();
    try {
      Instant now = clock.instant();
      expire(now);
      int hidden =
          (int) held.values().stream().filter(entry -> entry.visibleAt.isAfter(now)).count();
      return new Counts(held.size() - hidden, hidden);
    } finally {
      lock.unlock();
    }
  }

  private void forget(String id) {
    journal.remove(id);
    held.remove(id);
  }

  /** Numbers of visible and of hidden messages. */
  record Counts(int visible, int hidden) {}

  /** A message handed to a consumer. */
  record Received(QueueMessage message, String receipt, int times, Instant first) {}

  /** A message and who has seen it; guarded by the queue's lock. */
  private static final class Held {
    private final QueueMessage message;
    private Instant visibleAt = Instant.MIN;
    private Instant first = Instant.MIN;
    private int times;

    Held(QueueMessage message) {
      this.message = message;
    }

    Received take(Instant now, Duration visibility) {
      first = times == 0 ? now : first;
      times++;
      visibleAt = now.plus(visibility);
      return new Received(message, Receipts.of(message.id(), times), times, first);
    }
  }
}
