package dev.baton.agent.approve;

import dev.baton.agent.schema.AgentFields;
import dev.baton.core.command.CommandDefinition;
import dev.baton.core.command.Labels;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;

/** What callers need to know of {@code agent-approve}. */
final class AgentApproveDefinition {

  static final CommandDefinition DEFINITION =
      CommandDefinition.changing(
              "agent-approve",
              "Submits a person's yes or no to a tool call that waits for approval; after the last open one the agent continues.")
          .errors(ErrorCodes.SESSION_NOT_FOUND, ErrorCodes.NOT_FOUND, ErrorCodes.APPROVAL_EXPIRED)
          .labels(Labels.single(Labels.Action.UPDATE))
          .exposed(AgentFields.EXPOSED)
          .requires("agent-start")
          .repeatable()
          .input(
              AgentFields.SESSION_ID,
              Field.requiredText("approvalId", 128, "Id of the approval, from its event."),
              Field.required("approved", new FieldType.Truth(), "Whether the call may be made."),
              Field.text("reason", 200, "Why, for the caller's own records; it is not kept."))
          .output(AgentFields.ANSWERED_RUN_ID, AgentFields.RUN_STATE)
          .example(
              "Refuse a call",
              JsonObject.builder()
                  .put("sessionId", "ses_4kq0Zt1mB7cX2vNn8aYwPg")
                  .put("approvalId", "apr_9dEoAYb0q1cX2vNn8aYwPg")
                  .put("approved", false)
                  .build())
          .build();

  private AgentApproveDefinition() {}
}
