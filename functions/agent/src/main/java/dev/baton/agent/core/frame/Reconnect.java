package dev.baton.agent.core.frame;

import dev.baton.core.json.JsonObject;
import java.util.Locale;

/**
 * The notice of a planned end: the run goes on, and the viewer comes back. It is in no log. Source:
 * streaming specification, sections 3.1 and 4.4.
 *
 * @param reason why the response ends
 * @param retryMillis after how many milliseconds the viewer comes back
 */
public record Reconnect(Reason reason, long retryMillis) {

  /** Why a response ends before its run. */
  public enum Reason {
    /** The function may run no longer. */
    DEADLINE,
    /** Viewers are asked from time to time whether they are still there. */
    LEASE,
    /** The process stops. */
    SHUTDOWN,
    /** There are too many viewers. */
    BUSY,
    /** No run began. */
    IDLE;

    /** The name on the wire. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The reason and the time, in the names of the stream. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("reason", reason.wireName())
        .put("retry_ms", retryMillis)
        .build();
  }
}
