package dev.baton.agent.timeout;

import dev.baton.agent.core.run.Run;
import dev.baton.agent.core.run.RunCommand;
import dev.baton.agent.run.AgentRuns;
import dev.baton.agent.run.RunHandled;
import dev.baton.agent.run.RunWatch;
import dev.baton.agent.store.DynamoAgentStore;
import dev.baton.core.result.Fault;
import dev.baton.core.session.Session;
import dev.baton.shell.session.Sessions;

/** Lets a run look at the time. */
final class RunClock {
  private final Sessions sessions;
  private final DynamoAgentStore store;
  private final AgentRuns runs;
  private final RunWatch watch;

  RunClock(Sessions sessions, DynamoAgentStore store, AgentRuns runs) {
    this.sessions = sessions;
    this.store = store;
    this.runs = runs;
    this.watch = new RunWatch(runs);
  }

  /**
   * A timer fired. A run that never came to be is none of its business.
   *
   * @throws Fault when others wrote the run all the time; Lambda tries again
   */
  void strike(String sessionId, String runId) {
    Run run = store.run(sessionId, runId);
    if (run == null || run.state().isTerminal()) {
      return;
    }
    Session session = sessions.find(sessionId);
    if (session != null) {
      watch.cancelIfOver(session, run);
    }
    if (runs.handle(sessionId, runId, new RunCommand.Fire()) instanceof RunHandled.Contended) {
      throw new Fault(Fault.Category.CONFLICT, "Run " + runId + " is contended.");
    }
  }
}
