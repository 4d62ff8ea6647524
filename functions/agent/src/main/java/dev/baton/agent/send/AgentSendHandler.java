package dev.baton.agent.send;

import dev.baton.agent.AgentWiring;
import dev.baton.agent.store.DynamoAgentStore;
import dev.baton.shell.command.CommandEdge;
import dev.baton.shell.command.CommandFunction;
import dev.baton.shell.session.Sessions;

/** The function behind {@code POST /commands/agent-send}. */
public final class AgentSendHandler extends CommandFunction {

  /** The handler as Lambda makes it. */
  public AgentSendHandler() {
    this(AgentWiring.ofProcess());
  }

  /** The handler over these parts. */
  public AgentSendHandler(AgentWiring wiring) {
    super(edge(wiring));
  }

  private static CommandEdge<AgentSendInput> edge(AgentWiring wiring) {
    Sessions sessions = wiring.sessions();
    DynamoAgentStore store = wiring.store();
    RunStream streams = new RunStream(sessions, store, wiring.handoffs(sessions));
    return wiring.edge(
        AgentSendDefinition.DEFINITION,
        AgentSendInput::of,
        new AgentSend(sessions, store, wiring.prompts(), streams, wiring.models()),
        streams);
  }
}
