package dev.baton.agent.stream;

import dev.baton.agent.core.frame.Reconnect;
import dev.baton.agent.core.viewer.Viewer;
import dev.baton.shell.log.Log;
import dev.baton.shell.metric.Metrics;
import java.util.HashMap;
import java.util.Map;

/**
 * What is written down about streams: ids and numbers, never a ticket, an address or a text of the
 * model. Thread-safe.
 */
final class StreamJournal {
  private final Log log;
  private final Metrics metrics;

  StreamJournal(Log log, Metrics metrics) {
    this.log = log;
    this.metrics = metrics;
  }

  /** A stream was opened. */
  void opened(Viewer viewer, Opening.Ready opening) {
    String protocol = opening.request().protocol().wireName();
    Map<String, Object> fields = new HashMap<>();
    fields.put("session_id", viewer.sessionId());
    fields.put("viewer_id", viewer.id());
    fields.put("protocol", protocol);
    fields.put("after", opening.after());
    if (viewer.runId() != null) {
      fields.put("run_id", viewer.runId());
    }
    log.info("stream_opened", fields);
    metrics.count("agent_stream_opened", Map.of("protocol", protocol));
  }

  /** A stream has ended. */
  void ended(Viewer viewer, String reason, long events, long bytes) {
    log.info(
        "stream_ended",
        Map.of(
            "session_id",
            viewer.sessionId(),
            "viewer_id",
            viewer.id(),
            "reason",
            reason,
            "events",
            events,
            "bytes",
            bytes));
    metrics.count("agent_stream_ended", Map.of("reason", reason));
  }

  /** A viewer was asked to come again. */
  void sentAway(Opening.Ready opening, Reconnect.Reason reason) {
    log.info(
        "stream_sent_away",
        Map.of("session_id", opening.session().sessionId(), "reason", reason.wireName()));
    metrics.count("agent_stream_sent_away", Map.of("reason", reason.wireName()));
  }
}
