package dev.baton.agent.cancel;

import dev.baton.agent.core.run.Run;
import dev.baton.agent.core.run.RunCommand;
import dev.baton.agent.core.run.RunOutcome;
import dev.baton.agent.run.AgentRuns;
import dev.baton.agent.run.FoundRun;
import dev.baton.agent.run.RunFinder;
import dev.baton.agent.run.RunHandled;
import dev.baton.agent.schema.AgentErrors;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandResult;
import dev.baton.core.result.Succeeded;
import dev.baton.shell.command.Call;
import dev.baton.shell.command.Command;

/** Calls a run off. One that is over stays as it is. */
final class AgentCancel implements Command<AgentCancelInput> {
  private static final String BY_OWNER = "owner";

  private final RunFinder finder;
  private final AgentRuns runs;

  AgentCancel(RunFinder finder, AgentRuns runs) {
    this.finder = finder;
    this.runs = runs;
  }

  @Override
  public CommandResult execute(AgentCancelInput input, Call call) {
    FoundRun found = finder.find(input.sessionId(), call.owner(), input.runId());
    if (found == null) {
      return AgentErrors.noSession();
    }
    Run run = found.run();
    if (run == null) {
      return input.runId() == null ? nothing() : AgentErrors.noRun();
    }
    return switch (runs.handle(run.sessionId(), run.id(), new RunCommand.Cancel(BY_OWNER))) {
      case RunHandled.Decided(Run now, RunOutcome outcome) ->
          answer(now, !(outcome instanceof RunOutcome.Inert));
      case RunHandled.Contended busy -> AgentErrors.contended();
      case RunHandled.Unknown gone -> AgentErrors.noRun();
    };
  }

  private static CommandResult nothing() {
    return Succeeded.with(
        JsonObject.builder().put("accepted", false).build(), "The session has no run.");
  }

  private static CommandResult answer(Run run, boolean accepted) {
    JsonObject data =
        JsonObject.builder()
            .put("runId", run.id())
            .put("state", run.state().wireName())
            .put("accepted", accepted)
            .build();
    return Succeeded.with(data, accepted ? "The run is called off." : "The run was over.");
  }
}
