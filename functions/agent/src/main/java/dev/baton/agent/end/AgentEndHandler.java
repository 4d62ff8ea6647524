package dev.baton.agent.end;

import dev.baton.agent.AgentWiring;
import dev.baton.agent.run.RunWatch;
import dev.baton.shell.command.CommandFunction;

/** The function behind {@code POST /commands/agent-end}. */
public final class AgentEndHandler extends CommandFunction {

  /** The handler as Lambda makes it. */
  public AgentEndHandler() {
    this(AgentWiring.ofProcess());
  }

  /** The handler over these parts. */
  public AgentEndHandler(AgentWiring wiring) {
    super(
        wiring.edge(
            AgentEndDefinition.DEFINITION,
            AgentEndInput::of,
            new AgentEnd(
                wiring.sessions(),
                wiring.store(),
                wiring.tickets(),
                wiring.grants(),
                new RunWatch(wiring.runs()))));
  }
}
