package dev.baton.agent.core.handoff;

import dev.baton.core.handoff.HandoffResult.CatchUp;
import org.jspecify.annotations.Nullable;

/**
 * What a viewer is shown first.
 *
 * @param runId the run; null for whichever comes
 * @param after the number after which it begins; null for the run's beginning
 * @param lastSeq the number of the log's last event, 0 for none
 */
public record AgentView(@Nullable String runId, @Nullable Long after, long lastSeq) {

  /** The same as a position. */
  public CatchUp catchUp() {
    return new CatchUp(
        after == null ? null : Long.toString(after),
        lastSeq == 0 ? null : Long.toString(lastSeq),
        lastSeq,
        after == null ? 0 : Math.max(0, lastSeq - after));
  }

  /**
   * The query of a stream's address. It always has a position: a client that is cut before it saw
   * an event, and keeps no id of a block without data, could not come back with its ticket
   * otherwise.
   */
  public String query(String sessionId) {
    return "?session_id="
        + sessionId
        + (runId == null ? "" : "&run_id=" + runId)
        + "&after="
        + (after == null ? 0 : after);
  }
}
