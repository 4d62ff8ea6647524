package dev.baton.shell.session;

import dev.baton.core.json.JsonObject;
import dev.baton.shell.aws.EventBridgeSchedules;
import java.time.Instant;

/**
 * The one schedule of each session, named by its id. Setting it replaces the one that is there, so
 * that doing it twice is harmless.
 */
public final class SessionTimer {
  /** The member of the schedule's payload that names the session. */
  public static final String SESSION_ID = "session_id";

  private final EventBridgeSchedules schedules;

  /** Timers among these schedules. */
  public SessionTimer(EventBridgeSchedules schedules) {
    this.schedules = schedules;
  }

  /** Sets the schedule of a session, milliseconds since 1970. */
  public void arm(String sessionId, long at) {
    String payload = JsonObject.builder().put(SESSION_ID, sessionId).build().write();
    schedules.move(sessionId, Instant.ofEpochMilli(at), payload);
  }
}
