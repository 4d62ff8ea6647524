package dev.baton.agent.reconnect;

import dev.baton.agent.core.handoff.AgentHandoff;
import dev.baton.agent.schema.AgentFields;
import dev.baton.core.command.CommandDefinition;
import dev.baton.core.command.Labels;
import dev.baton.core.handoff.HandoffShape;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.schema.Field;

/** What callers need to know of {@code agent-reconnect}. */
final class AgentReconnectDefinition {
  static final CommandDefinition DEFINITION =
      CommandDefinition.changing(
              "agent-reconnect",
              "Restarts the live view of an agent session after the last event its client has; unused older tokens become void.")
          .errors(
              ErrorCodes.SESSION_NOT_FOUND,
              ErrorCodes.SESSION_CLOSED,
              ErrorCodes.SESSION_EXPIRED,
              ErrorCodes.MAX_RECONNECTS)
          .labels(Labels.single(Labels.Action.UPDATE))
          .exposed(AgentFields.EXPOSED)
          .handoff(AgentHandoff.DEFINITION)
          .undoneBy("agent-end")
          .requires("agent-start")
          .input(
              AgentFields.SESSION_ID,
              Field.optional(
                  "lastSeq", AgentFields.SEQ, "Number of the last event that the client has."),
              Field.optional(
                  "transport",
                  AgentFields.TRANSPORT,
                  "How the session is watched; if left out as before."))
          .output(HandoffShape.SHAPE)
          .example(
              "Come back after a drop",
              JsonObject.builder()
                  .put("sessionId", "ses_4kq0Zt1mB7cX2vNn8aYwPg")
                  .put("lastSeq", 42)
                  .build())
          .build();

  private AgentReconnectDefinition() {}
}
