package dev.baton.agent.core.viewer;

import org.jspecify.annotations.Nullable;

/**
 * One open stream of a session. Times are milliseconds since 1970. Source: streaming specification,
 * sections 1 and 10.2.
 *
 * @param id {@code v_} and 22 characters
 * @param sessionId the session that it watches
 * @param runId the run that it watches; null while it waits for one
 * @param openedAt when it was opened
 * @param until the latest end that was planned, and 30 s: afterwards it counts as gone
 */
public record Viewer(
    String id, String sessionId, @Nullable String runId, long openedAt, long until) {

  /** Whether it counts as there. */
  public boolean isLive(long now) {
    return now < until;
  }
}
