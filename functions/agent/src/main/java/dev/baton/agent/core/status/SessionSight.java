package dev.baton.agent.core.status;

import dev.baton.core.json.JsonObject;
import dev.baton.core.session.Session;
import dev.baton.core.session.SessionState;
import dev.baton.core.time.UtcText;

/**
 * A session as its owner sees it. Source: streaming specification, sections 1.1 and 2.
 *
 * @param session the session as the clock has it
 * @param viewers how many watch it
 * @param works whether a run is under way
 */
public record SessionSight(Session session, int viewers, boolean works) {

  /** Where it is: an active session without a run and without a viewer counts as disconnected. */
  public SessionState state() {
    boolean idle = session.state() == SessionState.ACTIVE && viewers == 0 && !works;
    return idle ? SessionState.DISCONNECTED : session.state();
  }

  /** The sight as data. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("sessionId", session.id())
        .put("state", state().wireName())
        .put("createdAt", UtcText.write(session.profile().createdAt()))
        .put("lastActivity", UtcText.write(session.lastActivity()))
        .putIfPresent(
            "expiresAt", session.state().isLive() ? UtcText.write(session.deadline()) : null)
        .put("viewers", viewers)
        .build();
  }
}
