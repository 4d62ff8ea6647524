package dev.baton.agent.reconnect;

import dev.baton.agent.AgentWiring;
import dev.baton.agent.handoff.AgentHandoffs;
import dev.baton.shell.command.CommandEdge;
import dev.baton.shell.command.CommandFunction;
import dev.baton.shell.session.Sessions;

/** The function behind {@code POST /commands/agent-reconnect}. */
public final class AgentReconnectHandler extends CommandFunction {

  /** The handler as Lambda makes it. */
  public AgentReconnectHandler() {
    this(AgentWiring.ofProcess());
  }

  /** The handler over these parts. */
  public AgentReconnectHandler(AgentWiring wiring) {
    super(edge(wiring));
  }

  private static CommandEdge<AgentReconnectInput> edge(AgentWiring wiring) {
    Sessions sessions = wiring.sessions();
    AgentHandoffs handoffs = wiring.handoffs(sessions);
    return wiring.edge(
        AgentReconnectDefinition.DEFINITION,
        AgentReconnectInput::of,
        new AgentReconnect(
            sessions, wiring.store(), wiring.tickets(), handoffs, wiring.reconnectRate()),
        handoffs);
  }
}
