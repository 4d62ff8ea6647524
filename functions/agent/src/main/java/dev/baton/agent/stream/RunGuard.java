package dev.baton.agent.stream;

import dev.baton.agent.core.run.Run;
import dev.baton.agent.core.run.RunCommand;
import dev.baton.agent.core.run.RunState;
import dev.baton.agent.core.run.RunTimes;
import dev.baton.agent.run.AgentRuns;
import dev.baton.agent.store.DynamoAgentStore;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Looks after a run that is watched: a worker that died is noticed by whoever looks first. Source:
 * streaming specification, section 1.2. Thread-safe.
 */
final class RunGuard {
  private final DynamoAgentStore store;
  private final AgentRuns runs;
  private final InstantSource clock;

  RunGuard(DynamoAgentStore store, AgentRuns runs, InstantSource clock) {
    this.store = store;
    this.runs = runs;
    this.clock = clock;
  }

  /** Where the run is, before whatever is due is done about it; null when there is none. */
  @Nullable RunState look(String sessionId, String runId) {
    Run run = store.run(sessionId, runId);
    if (run == null) {
      return null;
    }
    if (RunTimes.due(run, runs.patience()) <= clock.millis()) {
      runs.handle(sessionId, runId, new RunCommand.Look());
    }
    return run.state();
  }
}
