package dev.baton.agent.poll;

import dev.baton.agent.AgentWiring;
import dev.baton.shell.command.CommandFunction;

/** The function behind {@code POST /commands/agent-poll}. */
public final class AgentPollHandler extends CommandFunction {

  /** The handler as Lambda makes it. */
  public AgentPollHandler() {
    this(AgentWiring.ofProcess());
  }

  /** The handler over these parts. */
  public AgentPollHandler(AgentWiring wiring) {
    super(
        wiring.edge(
            AgentPollDefinition.DEFINITION,
            AgentPollInput::of,
            new AgentPoll(
                wiring.finder(wiring.runs()),
                wiring.log(),
                wiring.logRetention(),
                wiring.live().surroundings().pause(),
                wiring.clock())));
  }
}
