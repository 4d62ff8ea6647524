package dev.baton.agent.approve;

import dev.baton.agent.AgentWiring;
import dev.baton.agent.socket.AgentActions;
import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;
import dev.baton.shell.live.ActionCommandFunction;

/**
 * The function behind {@code POST /commands/agent-approve} and the action {@code agent-approve}.
 */
public final class AgentApproveHandler extends ActionCommandFunction {

  /** The handler as Lambda makes it. */
  public AgentApproveHandler() {
    this(AgentWiring.ofProcess());
  }

  /** The handler over these parts. */
  public AgentApproveHandler(AgentWiring wiring) {
    this(wiring, new AgentApprove(wiring.sessions(), wiring.store(), wiring.timedRuns()));
  }

  private AgentApproveHandler(AgentWiring wiring, AgentApprove command) {
    super(
        wiring.edge(AgentApproveDefinition.DEFINITION, AgentApproveInput::of, command),
        wiring.live().actions(),
        AgentActions.ofCommand(
            AgentApproveDefinition.DEFINITION.name(),
            command,
            (arguments, sessionId) ->
                new AgentApproveInput(
                    sessionId,
                    arguments.requiredText("approval_id"),
                    arguments.truth("approved"),
                    null),
            Field.requiredText("approval_id", 128, "The approval."),
            Field.required("approved", new FieldType.Truth(), "Whether the call may be made.")));
  }
}
