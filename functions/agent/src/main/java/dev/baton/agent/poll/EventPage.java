package dev.baton.agent.poll;

import dev.baton.agent.core.event.LoggedEvent;
import dev.baton.agent.core.run.Run;
import dev.baton.agent.store.DynamoEventLog;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some events behind a number.
 *
 * @param from the number that they follow
 * @param events the events, ascending, without gaps
 * @param end the number of the last event that there is
 */
record EventPage(long from, List<LoggedEvent> events, long end) {
  // An answer of a function holds six megabytes.
  private static final long MOST_CHARACTERS = 1_500_000;

  /**
   * Reads a page.
   *
   * @param run the only run whose events are wanted; null for all
   * @param after the number
   * @param logEnd the number of the session's last event
   */
  static EventPage read(
      DynamoEventLog log, String sessionId, @Nullable Run run, long after, int limit, long logEnd) {
    long from = run == null ? after : Math.max(after, run.terms().firstSeq() - 1);
    Long last = run == null ? null : run.lastSeq();
    long end = last == null ? logEnd : last;
    if (from >= end) {
      return new EventPage(from, List.of(), end);
    }
    List<LoggedEvent> page = new ArrayList<>();
    long characters = 0;
    for (LoggedEvent event : log.after(sessionId, from, limit, true)) {
      characters += event.text().length();
      boolean full = page.size() == limit || (characters > MOST_CHARACTERS && !page.isEmpty());
      if (full || event.seq() > end) {
        break;
      }
      page.add(event);
    }
    return new EventPage(from, List.copyOf(page), end);
  }

  /** The number of the last of them, or the one that they would follow. */
  long lastSeq() {
    return events.isEmpty() ? from : events.getLast().seq();
  }

  /** Whether another follows already. */
  boolean hasMore() {
    return lastSeq() < end;
  }

  /** Whether there are events that should be here and are kept no longer. */
  boolean hasGap() {
    return events.isEmpty() ? from < end : events.getFirst().seq() != from + 1;
  }
}
