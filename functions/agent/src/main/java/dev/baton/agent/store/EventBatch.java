package dev.baton.agent.store;

import dev.baton.agent.core.event.LoggedEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * Events of one run that stand next to each other in the log and are written as one item.
 *
 * @param sessionId the session
 * @param runId the run
 * @param epoch which worker wrote it; 0 when none did
 * @param nonce what tells this very write from any other
 * @param pushed whether it is also pushed to the session's socket
 * @param events the events, 1 to {@value #MOST}, without gaps
 */
public record EventBatch(
    String sessionId,
    String runId,
    long epoch,
    String nonce,
    boolean pushed,
    List<LoggedEvent> events) {
  /** The most events of one batch; readers look back that far. */
  public static final int MOST = 16;

  /** A batch over a copy of the events. */
  public EventBatch {
    events = List.copyOf(events);
    if (events.isEmpty() || events.size() > MOST) {
      throw new IllegalArgumentException(
          "A batch has 1 to " + MOST + " events, not " + events.size() + ".");
    }
  }

  /** As many batches as the events need. */
  public static List<EventBatch> split(
      String sessionId,
      String runId,
      long epoch,
      String nonce,
      boolean pushed,
      List<LoggedEvent> events) {
    List<EventBatch> batches = new ArrayList<>();
    for (int from = 0; from < events.size(); from += MOST) {
      List<LoggedEvent> some = events.subList(from, Math.min(events.size(), from + MOST));
      batches.add(new EventBatch(sessionId, runId, epoch, nonce, pushed, some));
    }
    return batches;
  }

  /** The number of the first event. */
  public long first() {
    return events.getFirst().seq();
  }

  /** The number of the last event. */
  public long last() {
    return events.getLast().seq();
  }
}
