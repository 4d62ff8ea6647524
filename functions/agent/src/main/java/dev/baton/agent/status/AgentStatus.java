package dev.baton.agent.status;

import dev.baton.agent.core.run.Run;
import dev.baton.agent.core.session.AgentSession;
import dev.baton.agent.core.status.RunSight;
import dev.baton.agent.core.status.SessionSight;
import dev.baton.agent.run.FoundRun;
import dev.baton.agent.run.RunFinder;
import dev.baton.agent.schema.AgentErrors;
import dev.baton.agent.store.DynamoAgentStore;
import dev.baton.agent.store.DynamoEventLog;
import dev.baton.agent.store.DynamoViewerStore;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandResult;
import dev.baton.core.result.Succeeded;
import dev.baton.core.session.Session;
import dev.baton.shell.command.Call;
import dev.baton.shell.command.Command;
import java.time.InstantSource;
import java.util.Objects;

/** Shows a session and a run. */
final class AgentStatus implements Command<AgentStatusInput> {
  private final RunFinder finder;
  private final DynamoAgentStore store;
  private final DynamoEventLog log;
  private final DynamoViewerStore viewers;
  private final InstantSource clock;

  AgentStatus(
      RunFinder finder,
      DynamoAgentStore store,
      DynamoEventLog log,
      DynamoViewerStore viewers,
      InstantSource clock) {
    this.finder = finder;
    this.store = store;
    this.log = log;
    this.viewers = viewers;
    this.clock = clock;
  }

  @Override
  public CommandResult execute(AgentStatusInput input, Call call) {
    FoundRun found = finder.find(input.sessionId(), call.owner(), input.runId());
    if (found == null) {
      return AgentErrors.noSession();
    }
    Run run = found.run();
    if (run == null && input.runId() != null) {
      return AgentErrors.noRun();
    }
    SessionSight session = sight(found.session(), works(found));
    JsonObject data =
        JsonObject.builder()
            .put("session", session.toJson())
            .putIfPresent("run", run == null ? null : sight(run).toJson())
            .build();
    String what = run == null ? "" : "; the run is " + run.state().wireName();
    return Succeeded.with(data, "The session is " + session.state().wireName() + what + ".");
  }

  /** Whether a run is under way, be it not the one that is shown. */
  private boolean works(FoundRun found) {
    AgentSession conversation = found.conversation();
    String inflight = conversation.inflightRun();
    Run run = found.run();
    if (inflight == null) {
      return false;
    }
    Run other =
        run != null && run.id().equals(inflight)
            ? run
            : store.run(conversation.sessionId(), inflight);
    return other != null && !other.state().isTerminal();
  }

  private SessionSight sight(Session session, boolean works) {
    int streams = viewers.countLive(session.id(), clock.millis());
    return new SessionSight(session, streams + (session.connection() == null ? 0 : 1), works);
  }

  private RunSight sight(Run run) {
    Long last = run.lastSeq();
    return new RunSight(run, Objects.requireNonNullElseGet(last, () -> log.last(run.sessionId())));
  }
}
