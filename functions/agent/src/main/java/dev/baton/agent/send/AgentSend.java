package dev.baton.agent.send;

import dev.baton.agent.begin.Prompt;
import dev.baton.agent.begin.Prompted;
import dev.baton.agent.begin.Prompts;
import dev.baton.agent.begin.RequestIds;
import dev.baton.agent.core.handoff.AgentHandoff;
import dev.baton.agent.core.model.ModelProfile;
import dev.baton.agent.core.model.Models;
import dev.baton.agent.core.run.Run;
import dev.baton.agent.core.session.AgentSession;
import dev.baton.agent.handoff.AgentHandoffs;
import dev.baton.agent.schema.AgentErrors;
import dev.baton.agent.schema.LimitInput;
import dev.baton.agent.schema.Transports;
import dev.baton.agent.store.DynamoAgentStore;
import dev.baton.core.result.CommandResult;
import dev.baton.core.result.Refused;
import dev.baton.core.session.Session;
import dev.baton.core.session.SessionCommand;
import dev.baton.core.session.SessionDecision;
import dev.baton.shell.command.Call;
import dev.baton.shell.command.Command;
import dev.baton.shell.command.InvalidInput;
import dev.baton.shell.session.Hashes;
import dev.baton.shell.session.SessionHandled;
import dev.baton.shell.session.Sessions;
import org.jspecify.annotations.Nullable;

/** Begins the next run of a session. */
final class AgentSend implements Command<AgentSendInput> {
  private final Sessions sessions;
  private final DynamoAgentStore store;
  private final Prompts prompts;
  private final RunStream streams;
  private final Models models;

  AgentSend(
      Sessions sessions,
      DynamoAgentStore store,
      Prompts prompts,
      RunStream streams,
      Models models) {
    this.sessions = sessions;
    this.store = store;
    this.prompts = prompts;
    this.streams = streams;
    this.models = models;
  }

  @Override
  public CommandResult execute(AgentSendInput input, Call call) {
    Refused invalid = problem(input);
    if (invalid != null) {
      return invalid;
    }
    AgentSession conversation = store.sessionOf(input.sessionId(), call.owner());
    if (conversation == null) {
      return AgentErrors.noSession();
    }
    Refused unbounded = problem(input, conversation);
    if (unbounded != null) {
      return unbounded;
    }
    SessionCommand engage = new SessionCommand.Engage();
    return switch (sessions.handleOwned(
        input.sessionId(), call.owner(), engage, AgentHandoffs.origin(call))) {
      case SessionHandled.Decided(var before, SessionDecision decision) ->
          decision.refusal() == null
              ? sent(input, conversation, decision.next(), call)
              : AgentErrors.refused(decision.refusal());
      case SessionHandled.Contended busy -> AgentErrors.contended();
      case SessionHandled.Unknown gone -> AgentErrors.noSession();
      case SessionHandled.OverQuota never -> throw new IllegalStateException("Nothing is made.");
    };
  }

  private static @Nullable Refused problem(AgentSendInput input) {
    if (input.resume() == (input.message() != null)) {
      return InvalidInput.because(
          AgentSendDefinition.DEFINITION,
          "message",
          "must be there, or else resume must be true",
          "invalid_value");
    }
    String message = input.message();
    return message != null && Prompt.isBlank(message)
        ? InvalidInput.because(
            AgentSendDefinition.DEFINITION,
            "message",
            "must not be white space alone",
            "invalid_value")
        : null;
  }

  private @Nullable Refused problem(AgentSendInput input, AgentSession conversation) {
    ModelProfile model = models.profile(conversation.settings().model());
    String cost = LimitInput.costProblem(input.limits(), model);
    return cost == null
        ? null
        : InvalidInput.because(
            AgentSendDefinition.DEFINITION, "limits.costUsd", cost, "invalid_value");
  }

  private CommandResult sent(
      AgentSendInput input, AgentSession conversation, Session session, Call call) {
    Prompt prompt =
        new Prompt(
            input.message(),
            RequestIds.of(input.clientRequestId(), call),
            Hashes.sha256(input.words()),
            LimitInput.over(conversation.settings().limits(), input.limits()),
            input.endsAlone());
    return switch (prompts.begin(session, prompt)) {
      case Prompted.Begun(Run run, boolean replayed) ->
          switch (streams.issue(
              run, session, Transports.orAsBefore(input.protocol(), conversation), call)) {
            case AgentHandoffs.Issued.Handoff(AgentHandoff handoff) ->
                streams.answer(run, replayed, handoff);
            case AgentHandoffs.Issued.Not(Refused refusal) -> refusal;
          };
      case Prompted.Busy(Run run) -> AgentErrors.busy(run);
      case Prompted.Reused reused -> AgentErrors.reused();
      case Prompted.OverQuota(int most) -> AgentErrors.tooManyRuns(most);
      case Prompted.Nothing nothing -> AgentErrors.nothingToResume();
      case Prompted.Contended contended -> AgentErrors.contended();
    };
  }
}
