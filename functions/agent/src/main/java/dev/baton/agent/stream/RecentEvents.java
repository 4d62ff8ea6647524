package dev.baton.agent.stream;

import dev.baton.agent.core.event.LoggedEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last events of a log, without gaps, as many as fit: whoever is further behind reads the log.
 * Not thread-safe.
 */
final class RecentEvents {
  private static final int MOST_EVENTS = 1_024;
  private static final long MOST_CHARACTERS = 2L << 20;

  private final List<LoggedEvent> events = new ArrayList<>();
  private long characters;
  private long head;

  /** None yet, behind that number. */
  RecentEvents(long head) {
    this.head = head;
  }

  /** The number of the last event that came. */
  long head() {
    return head;
  }

  /** Adds what came; what does not follow the last event is left out. */
  void add(List<LoggedEvent> more) {
    for (LoggedEvent event : more) {
      if (event.seq() == head + 1) {
        events.add(event);
        characters += event.text().length();
        head++;
      }
    }
    if (events.size() > MOST_EVENTS || characters > MOST_CHARACTERS) {
      forget();
    }
  }

  /**
   * The events behind that number, at most so many; none when none came.
   *
   * @return null when the next one is not here any more
   */
  @Nullable List<LoggedEvent> after(long seq, int most) {
    long missing = head - seq;
    if (missing <= 0) {
      return List.of();
    }
    if (missing > events.size()) {
      return null;
    }
    int from = events.size() - (int) missing;
    return List.copyOf(events.subList(from, Math.min(events.size(), from + most)));
  }

  // Half at once, so that it is rarely done.
  private void forget() {
    int gone = 0;
    while (events.size() - gone > MOST_EVENTS / 2
        || (characters > MOST_CHARACTERS / 2 && gone < events.size() - 1)) {
      characters -= events.get(gone).text().length();
      gone++;
    }
    events.subList(0, gone).clear();
  }
}
