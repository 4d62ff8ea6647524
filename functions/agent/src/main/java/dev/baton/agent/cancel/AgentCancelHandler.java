package dev.baton.agent.cancel;

import dev.baton.agent.AgentWiring;
import dev.baton.agent.run.AgentRuns;
import dev.baton.agent.socket.AgentActions;
import dev.baton.core.schema.Field;
import dev.baton.shell.live.ActionCommandFunction;

/** The function behind {@code POST /commands/agent-cancel} and the action {@code agent-cancel}. */
public final class AgentCancelHandler extends ActionCommandFunction {

  /** The handler as Lambda makes it. */
  public AgentCancelHandler() {
    this(AgentWiring.ofProcess());
  }

  /** The handler over these parts. */
  public AgentCancelHandler(AgentWiring wiring) {
    this(wiring, wiring.runs());
  }

  private AgentCancelHandler(AgentWiring wiring, AgentRuns runs) {
    this(wiring, new AgentCancel(wiring.finder(runs), runs));
  }

  private AgentCancelHandler(AgentWiring wiring, AgentCancel command) {
    super(
        wiring.edge(AgentCancelDefinition.DEFINITION, AgentCancelInput::of, command),
        wiring.live().actions(),
        AgentActions.ofCommand(
            AgentCancelDefinition.DEFINITION.name(),
            command,
            (arguments, sessionId) ->
                new AgentCancelInput(sessionId, arguments.text("run_id"), null),
            Field.text("run_id", 128, "The run; the one under way if left out.")));
  }
}
