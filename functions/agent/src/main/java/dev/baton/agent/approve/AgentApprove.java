package dev.baton.agent.approve;

import dev.baton.agent.core.run.Run;
import dev.baton.agent.core.run.RunCommand;
import dev.baton.agent.core.run.RunOutcome;
import dev.baton.agent.handoff.AgentHandoffs;
import dev.baton.agent.run.AgentRuns;
import dev.baton.agent.run.RunHandled;
import dev.baton.agent.run.RunWatch;
import dev.baton.agent.schema.AgentErrors;
import dev.baton.agent.store.DynamoAgentStore;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandResult;
import dev.baton.core.result.Succeeded;
import dev.baton.core.session.Session;
import dev.baton.core.session.SessionCommand;
import dev.baton.shell.command.Call;
import dev.baton.shell.command.Command;
import dev.baton.shell.session.Sessions;

/** Answers for a call that waits. An answer counts once; the same one again is no fault. */
final class AgentApprove implements Command<AgentApproveInput> {
  private final Sessions sessions;
  private final DynamoAgentStore store;
  private final AgentRuns runs;
  private final RunWatch watch;

  AgentApprove(Sessions sessions, DynamoAgentStore store, AgentRuns runs) {
    this.sessions = sessions;
    this.store = store;
    this.runs = runs;
    this.watch = new RunWatch(runs);
  }

  @Override
  public CommandResult execute(AgentApproveInput input, Call call) {
    Session session =
        store.sessionOf(input.sessionId(), call.owner()) == null
            ? null
            : sessions.findOwned(input.sessionId(), call.owner());
    if (session == null) {
      return AgentErrors.noSession();
    }
    Run run = store.runOfApproval(input.sessionId(), input.approvalId());
    if (run == null) {
      return AgentErrors.noApproval();
    }
    watch.cancelIfOver(session, run);
    sessions.handle(session, new SessionCommand.Engage(), AgentHandoffs.origin(call));
    RunCommand answer = new RunCommand.Answer(input.approvalId(), input.approved());
    return switch (runs.handle(run.sessionId(), run.id(), answer)) {
      case RunHandled.Decided(Run now, RunOutcome outcome) -> result(now, outcome);
      case RunHandled.Contended busy -> AgentErrors.contended();
      case RunHandled.Unknown gone -> AgentErrors.noApproval();
    };
  }

  private static CommandResult result(Run run, RunOutcome outcome) {
    return switch (outcome) {
      case RunOutcome.Applied applied -> answered(run, "The answer counts.");
      case RunOutcome.Repeated repeated -> answered(run, "The same answer was given before.");
      case RunOutcome.AnsweredOtherwise otherwise -> AgentErrors.answeredOtherwise();
      case RunOutcome.TooLate late -> AgentErrors.approvalExpired();
      case RunOutcome.NoSuchApproval none -> AgentErrors.noApproval();
      case RunOutcome.Inert inert -> AgentErrors.approvalExpired();
      case RunOutcome.Fenced never -> throw new IllegalStateException("No worker answers.");
    };
  }

  private static CommandResult answered(Run run, String reasoning) {
    return Succeeded.with(
        JsonObject.builder().put("runId", run.id()).put("state", run.state().wireName()).build(),
        reasoning);
  }
}
