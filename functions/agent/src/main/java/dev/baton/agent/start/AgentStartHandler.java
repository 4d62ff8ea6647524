package dev.baton.agent.start;

import dev.baton.agent.AgentWiring;
import dev.baton.agent.handoff.AgentHandoffs;
import dev.baton.shell.command.CommandEdge;
import dev.baton.shell.command.CommandFunction;
import dev.baton.shell.session.Sessions;
import dev.baton.shell.session.Tokens;

/** The function behind {@code POST /commands/agent-start}. */
public final class AgentStartHandler extends CommandFunction {

  /** The handler as Lambda makes it. */
  public AgentStartHandler() {
    this(AgentWiring.ofProcess());
  }

  /** The handler over these parts. */
  public AgentStartHandler(AgentWiring wiring) {
    super(edge(wiring));
  }

  private static CommandEdge<AgentStartInput> edge(AgentWiring wiring) {
    Sessions sessions = wiring.sessions();
    AgentHandoffs handoffs = wiring.handoffs(sessions);
    AgentModels models = new AgentModels(wiring.usualModel(), wiring.models());
    return wiring.edge(
        AgentStartDefinition.DEFINITION,
        AgentStartInput::of,
        new AgentStart(
            sessions,
            new AgentSetup(wiring.catalogue(), models),
            new SessionOpening(sessions, new Tokens(), wiring.clock()),
            wiring.store(),
            wiring.apis(),
            wiring.prompts(),
            handoffs,
            wiring.clock()),
        handoffs);
  }
}
