package dev.baton.agent.approve;

import dev.baton.agent.AgentWiring;
import dev.baton.shell.command.CommandFunction;

/** The function behind {@code POST /commands/agent-approve}. */
public final class AgentApproveHandler extends CommandFunction {

  /** The handler as Lambda makes it. */
  public AgentApproveHandler() {
    this(AgentWiring.ofProcess());
  }

  /** The handler over these parts. */
  public AgentApproveHandler(AgentWiring wiring) {
    super(
        wiring.edge(
            AgentApproveDefinition.DEFINITION,
            AgentApproveInput::of,
            new AgentApprove(wiring.sessions(), wiring.store(), wiring.timedRuns())));
  }
}
