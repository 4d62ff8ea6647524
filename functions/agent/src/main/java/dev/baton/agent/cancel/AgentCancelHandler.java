package dev.baton.agent.cancel;

import dev.baton.agent.AgentWiring;
import dev.baton.agent.run.AgentRuns;
import dev.baton.shell.command.CommandEdge;
import dev.baton.shell.command.CommandFunction;

/** The function behind {@code POST /commands/agent-cancel}. */
public final class AgentCancelHandler extends CommandFunction {

  /** The handler as Lambda makes it. */
  public AgentCancelHandler() {
    this(AgentWiring.ofProcess());
  }

  /** The handler over these parts. */
  public AgentCancelHandler(AgentWiring wiring) {
    super(edge(wiring));
  }

  private static CommandEdge<AgentCancelInput> edge(AgentWiring wiring) {
    AgentRuns runs = wiring.runs();
    return wiring.edge(
        AgentCancelDefinition.DEFINITION,
        AgentCancelInput::of,
        new AgentCancel(wiring.finder(runs), runs));
  }
}
