package dev.baton.agent.end;

import dev.baton.agent.core.event.Dollars;
import dev.baton.agent.core.run.Run;
import dev.baton.agent.core.session.AgentSession;
import dev.baton.agent.handoff.AgentHandoffs;
import dev.baton.agent.run.RunWatch;
import dev.baton.agent.schema.AgentErrors;
import dev.baton.agent.store.DynamoAgentStore;
import dev.baton.agent.store.DynamoGrantStore;
import dev.baton.agent.store.DynamoTicketStore;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandResult;
import dev.baton.core.result.Succeeded;
import dev.baton.core.session.Ending;
import dev.baton.core.session.Session;
import dev.baton.core.session.SessionCommand;
import dev.baton.core.session.SessionDecision;
import dev.baton.core.session.SessionOutcome;
import dev.baton.core.time.UtcText;
import dev.baton.shell.command.Call;
import dev.baton.shell.command.Command;
import dev.baton.shell.session.SessionHandled;
import dev.baton.shell.session.Sessions;
import org.jspecify.annotations.Nullable;

/**
 * Ends a session: first the session, so that nothing new begins, then its run, then whatever opens
 * it. Every step is done again by a repetition, which is no fault.
 */
final class AgentEnd implements Command<AgentEndInput> {
  private final Sessions sessions;
  private final DynamoAgentStore store;
  private final DynamoTicketStore tickets;
  private final DynamoGrantStore grants;
  private final RunWatch watch;

  AgentEnd(
      Sessions sessions,
      DynamoAgentStore store,
      DynamoTicketStore tickets,
      DynamoGrantStore grants,
      RunWatch watch) {
    this.sessions = sessions;
    this.store = store;
    this.tickets = tickets;
    this.grants = grants;
    this.watch = watch;
  }

  @Override
  public CommandResult execute(AgentEndInput input, Call call) {
    if (store.sessionOf(input.sessionId(), call.owner()) == null) {
      return AgentErrors.noSession();
    }
    SessionCommand end = new SessionCommand.End(input.reason());
    return switch (sessions.handleOwned(
        input.sessionId(), call.owner(), end, AgentHandoffs.origin(call))) {
      case SessionHandled.Decided(var before, SessionDecision decision) -> {
        cleared(decision.next());
        yield answer(decision, input.includeSummary());
      }
      case SessionHandled.Contended busy -> AgentErrors.contended();
      case SessionHandled.Unknown nobody -> AgentErrors.noSession();
      case SessionHandled.OverQuota never -> throw new IllegalStateException("Nothing is made.");
    };
  }

  private void cleared(Session session) {
    AgentSession conversation = store.session(session.id());
    String inflight = conversation == null ? null : conversation.inflightRun();
    Run run = inflight == null ? null : store.run(session.id(), inflight);
    if (run != null) {
      watch.cancelIfOver(session, run);
    }
    tickets.revokeAll(session.id());
    grants.closeAll(session.id());
  }

  private CommandResult answer(SessionDecision decision, boolean includeSummary) {
    Session session = decision.next();
    Ending ending = session.ending();
    if (ending == null) {
      throw new IllegalStateException("Session " + session.id() + " did not end.");
    }
    boolean already = decision.outcome() instanceof SessionOutcome.AlreadyEnded;
    JsonObject data =
        JsonObject.builder()
            .put("sessionId", session.id())
            .put("state", session.state().wireName())
            .put("closedAt", UtcText.write(ending.at()))
            .put("alreadyEnded", already)
            .putIfPresent("summary", includeSummary ? summary(session.id()) : null)
            .build();
    return Succeeded.with(data, already ? "The session had ended before." : "Session closed.");
  }

  private @Nullable JsonObject summary(String sessionId) {
    AgentSession conversation = store.session(sessionId);
    return conversation == null
        ? null
        : JsonObject.builder()
            .put("runs", conversation.runs())
            .put("usage", conversation.usage().toJson())
            .putIfPresent("costUsd", Dollars.ofNanos(conversation.costNanos()))
            .build();
  }
}
