package dev.baton.agent.status;

import dev.baton.agent.AgentWiring;
import dev.baton.shell.command.CommandFunction;

/** The function behind {@code POST /commands/agent-status}. */
public final class AgentStatusHandler extends CommandFunction {

  /** The handler as Lambda makes it. */
  public AgentStatusHandler() {
    this(AgentWiring.ofProcess());
  }

  /** The handler over these parts. */
  public AgentStatusHandler(AgentWiring wiring) {
    super(
        wiring.edge(
            AgentStatusDefinition.DEFINITION,
            AgentStatusInput::of,
            new AgentStatus(
                wiring.finder(wiring.runs()),
                wiring.store(),
                wiring.log(),
                wiring.viewers(),
                wiring.clock())));
  }
}
