package dev.baton.agent.send;

import dev.baton.agent.schema.AgentFields;
import dev.baton.core.command.CommandDefinition;
import dev.baton.core.command.Labels;
import dev.baton.core.handoff.HandoffShape;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;
import java.util.List;

/** What callers need to know of {@code agent-send}. */
final class AgentSendDefinition {

  static final CommandDefinition DEFINITION =
      CommandDefinition.changing(
              "agent-send",
              "Sends the next message of a conversation to its agent and answers once the run that works on it is committed.")
          .errors(
              ErrorCodes.SESSION_NOT_FOUND,
              ErrorCodes.SESSION_CLOSED,
              ErrorCodes.SESSION_EXPIRED,
              ErrorCodes.MAX_RECONNECTS,
              ErrorCodes.QUOTA_EXCEEDED)
          .labels(Labels.single(Labels.Action.CREATE))
          .exposed(AgentFields.EXPOSED)
          .requires("agent-start")
          .largestBody(AgentFields.LARGEST_BODY)
          .input(
              AgentFields.SESSION_ID,
              Field.text("message", AgentFields.LONGEST_MESSAGE, "What is said."),
              Field.optional(
                      "resume",
                      new FieldType.Truth(),
                      "Whether to go on where the last run stopped, in place of a message.")
                  .orElse(false),
              AgentFields.CLIENT_REQUEST_ID,
              Field.optional(
                  "transport",
                  AgentFields.TRANSPORT,
                  "How the run is watched; if left out as before."),
              Field.choice(
                      "onDisconnect",
                      List.of("continue", "cancel"),
                      "What happens when the last viewer has gone.")
                  .orElse("continue"),
              AgentFields.LIMITS)
          .output(
              AgentFields.ANSWERED_RUN_ID,
              Field.required("firstSeq", FieldType.count(), "Number of the run's first event."),
              AgentFields.RUN_STATE,
              Field.required(
                  "replayed", new FieldType.Truth(), "Whether an earlier request began it."),
              Field.required(
                  "stream",
                  new FieldType.Nested(HandoffShape.SHAPE),
                  "What opens the run's live events."))
          .example(
              "Say something",
              JsonObject.builder()
                  .put("sessionId", "ses_4kq0Zt1mB7cX2vNn8aYwPg")
                  .put("message", "And what was said yesterday?")
                  .put("clientRequestId", "r-1")
                  .build())
          .build();

  private AgentSendDefinition() {}
}
