package dev.baton.agent.reconnect;

import dev.baton.agent.core.handoff.AgentHandoff;
import dev.baton.agent.core.handoff.AgentView;
import dev.baton.agent.core.session.AgentSession;
import dev.baton.agent.handoff.AgentHandoffs;
import dev.baton.agent.handoff.ReconnectRate;
import dev.baton.agent.handoff.Renewal;
import dev.baton.agent.schema.AgentErrors;
import dev.baton.agent.schema.Transports;
import dev.baton.agent.store.DynamoAgentStore;
import dev.baton.agent.store.DynamoTicketStore;
import dev.baton.core.command.Protocol;
import dev.baton.core.result.CommandResult;
import dev.baton.core.result.Refused;
import dev.baton.core.session.Session;
import dev.baton.core.session.SessionRefusal;
import dev.baton.shell.command.Call;
import dev.baton.shell.command.Command;
import dev.baton.shell.command.InvalidInput;
import dev.baton.shell.session.Sessions;

/** Issues a fresh ticket or token of a session that lives. Runs are none of its business. */
final class AgentReconnect implements Command<AgentReconnectInput> {
  private final Sessions sessions;
  private final DynamoAgentStore store;
  private final DynamoTicketStore tickets;
  private final AgentHandoffs handoffs;
  private final ReconnectRate rate;

  AgentReconnect(
      Sessions sessions,
      DynamoAgentStore store,
      DynamoTicketStore tickets,
      AgentHandoffs handoffs,
      ReconnectRate rate) {
    this.sessions = sessions;
    this.store = store;
    this.tickets = tickets;
    this.handoffs = handoffs;
    this.rate = rate;
  }

  @Override
  public CommandResult execute(AgentReconnectInput input, Call call) {
    AgentSession conversation = store.sessionOf(input.sessionId(), call.owner());
    Session session =
        conversation == null ? null : sessions.findOwned(input.sessionId(), call.owner());
    if (conversation == null || session == null) {
      return AgentErrors.noSession();
    }
    if (!session.state().isLive()) {
      return AgentErrors.ended(session);
    }
    AgentView view = handoffs.view(session.id(), null, input.lastSeq());
    Long lastSeq = input.lastSeq();
    if (lastSeq != null && lastSeq > view.lastSeq()) {
      return InvalidInput.because(
          AgentReconnectDefinition.DEFINITION,
          "lastSeq",
          "is beyond the last event of the session",
          "out_of_range");
    }
    if (rate.isSpent(call.owner(), session.id())) {
      return AgentErrors.refused(SessionRefusal.MAX_RECONNECTS);
    }
    return renewed(session, Transports.orAsBefore(input.protocol(), conversation), view, call);
  }

  private CommandResult renewed(Session session, Protocol protocol, AgentView view, Call call) {
    tickets.revokeUnused(session.id());
    return switch (handoffs.renew(session, Renewal.back(protocol), view, call)) {
      case AgentHandoffs.Issued.Handoff(AgentHandoff handoff) ->
          handoff.result("New token issued for the same session; runs are as they were.");
      case AgentHandoffs.Issued.Not(Refused refusal) -> refusal;
    };
  }
}
