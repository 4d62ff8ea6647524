package dev.baton.agent.stream;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tails of the sessions that are watched here, one each. Thread-safe. */
final class Tails {
  private final TailParts parts;
  private final Map<String, SessionTail> tails = new HashMap<>();

  Tails(TailParts parts) {
    this.parts = parts;
  }

  /**
   * Lets a viewer into the tail of its session, which begins if there is none.
   *
   * @param last the number of the log's last event
   * @param runId the run that the viewer watches; null while there is none, or it has ended
   */
  synchronized SessionTail enter(
      String sessionId, long last, @Nullable String runId, ResponseText response) {
    SessionTail there = tails.get(sessionId);
    SessionTail tail = there == null ? new SessionTail(sessionId, last, parts) : there;
    tail.enter(response, runId);
    if (there == null) {
      tails.put(sessionId, tail);
      Thread.ofVirtual().name("tail-" + sessionId).start(tail);
    }
    return tail;
  }

  /** Lets a viewer out of its tail, which ends with the last one. */
  synchronized void leave(SessionTail tail, ResponseText response) {
    if (tail.leave(response)) {
      tails.remove(tail.sessionId());
    }
  }

  /** Lets no viewer wait any more. */
  synchronized void end() {
    tails.values().forEach(SessionTail::end);
  }

  /** How many there are. */
  synchronized int size() {
    return tails.size();
  }
}
