package dev.baton.agent.run;

import dev.baton.agent.core.run.Run;
import dev.baton.agent.core.session.AgentSession;
import dev.baton.agent.store.DynamoAgentStore;
import dev.baton.core.session.Session;
import dev.baton.shell.session.Sessions;
import org.jspecify.annotations.Nullable;

/**
 * Finds a run of an owner's session, and looks at it: what is found is never a run whose worker is
 * gone. Somebody else's session is like none. Thread-safe.
 */
public final class RunFinder {
  private final Sessions sessions;
  private final DynamoAgentStore store;
  private final RunWatch watch;

  /** A finder in these. */
  public RunFinder(Sessions sessions, DynamoAgentStore store, RunWatch watch) {
    this.sessions = sessions;
    this.store = store;
    this.watch = watch;
  }

  /**
   * Finds.
   *
   * @param runId the run; null for the one under way, or the latest
   * @return null when the owner has no such session
   */
  public @Nullable FoundRun find(String sessionId, String owner, @Nullable String runId) {
    AgentSession conversation = store.sessionOf(sessionId, owner);
    Session session = conversation == null ? null : sessions.findOwned(sessionId, owner);
    if (conversation == null || session == null) {
      return null;
    }
    // A run that begins replaces the latest at once, so the latest is the one under way.
    String meant = runId == null ? conversation.latestRun() : runId;
    Run run = meant == null ? null : store.run(sessionId, meant);
    return new FoundRun(session, conversation, run == null ? null : watch.look(session, run));
  }
}
