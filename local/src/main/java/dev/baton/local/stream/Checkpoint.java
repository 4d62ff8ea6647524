package dev.baton.local.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.journal.Journal;
import dev.baton.local.json.Jsons;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far a shard has been handled: everything up to the checkpoint is done, whatever the order in
 * which it was. Durable, so that after a kill the records behind it come again. Thread-safe.
 */
final class Checkpoint {
  private final Journal journal;
  private final String key;
  private final Deque<String> open = new ArrayDeque<>();
  private final Set<String> done = new HashSet<>();

  Checkpoint(Journal journal, String key) {
    this.journal = journal;
    this.key = key;
  }

  /** Whether this shard has ever been looked at. */
  boolean known() {
    return journal.get(key) != null;
  }

  /** Whether the shard is closed and handled to its end. */
  boolean finished() {
    JsonNode value = journal.get(key);
    return value != null && value.path("finished").asBoolean();
  }

  /** The last sequence number that is done with all before it, or null for none. */
  @Nullable String position() {
    JsonNode value = journal.get(key);
    return value == null ? null : Jsons.text(value, "after");
  }

  /** Notes that the shard is handled from here on; null for its beginning. */
  void startAt(@Nullable String after) {
    save(after, false);
  }

  /** Notes that a record is being handled. Called in the order of the shard. */
  synchronized void begin(String sequenceNumber) {
    open.addLast(sequenceNumber);
  }

  /** Notes that records are done, and moves the checkpoint as far as it goes. */
  synchronized void done(Collection<String> sequenceNumbers) {
    done.addAll(sequenceNumbers);
    String last = null;
    while (!open.isEmpty() && done.remove(open.getFirst())) {
      last = open.removeFirst();
    }
    if (last != null) {
      save(last, false);
    }
    notifyAll();
  }

  /** Waits until all records that were begun are done. */
  synchronized void awaitAllDone() throws InterruptedException {
    while (!open.isEmpty()) {
      wait();
    }
  }

  /** Notes that the shard is closed and handled to its end. */
  void finish() {
    save(position(), true);
  }

  private void save(@Nullable String after, boolean finished) {
    ObjectNode value = Jsons.object().put("after", after);
    if (finished) {
      value.put("finished", true);
    }
    journal.put(key, value);
  }
}
