package dev.baton.agent.prompt;

import dev.baton.agent.AgentWiring;
import dev.baton.agent.schema.AgentFields;
import dev.baton.agent.socket.AgentActions;
import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;
import dev.baton.shell.live.ActionFunction;

/** The function behind the action {@code agent-prompt}. */
public final class AgentPromptHandler extends ActionFunction {

  /** The handler as Lambda makes it. */
  public AgentPromptHandler() {
    this(AgentWiring.ofProcess());
  }

  /** The handler over these parts. */
  public AgentPromptHandler(AgentWiring wiring) {
    super(
        wiring.live().actions(),
        AgentActions.of(
            "agent-prompt",
            "agent-send",
            new AgentPrompt(wiring.store(), wiring.prompts(), wiring.subscribing())::act,
            Field.required(
                "message", FieldType.text(1, AgentFields.LONGEST_MESSAGE), "What is said.")));
  }
}
