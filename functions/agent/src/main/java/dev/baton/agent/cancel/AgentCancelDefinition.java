package dev.baton.agent.cancel;

import dev.baton.agent.schema.AgentFields;
import dev.baton.core.command.CommandDefinition;
import dev.baton.core.command.Labels;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;

/** What callers need to know of {@code agent-cancel}. */
final class AgentCancelDefinition {

  static final CommandDefinition DEFINITION =
      CommandDefinition.changing(
              "agent-cancel",
              "Stops the run under way: its model call and tools end within a second and what was said so far is kept.")
          .errors(ErrorCodes.SESSION_NOT_FOUND, ErrorCodes.NOT_FOUND)
          .labels(Labels.single(Labels.Action.UPDATE))
          .exposed(AgentFields.EXPOSED)
          .requires("agent-start")
          .repeatable()
          .input(
              AgentFields.SESSION_ID,
              AgentFields.RUN_ID,
              Field.text("reason", 200, "Why, for the caller's own records; it is not kept."))
          .output(
              Field.text("runId", 32, "Id of the run; absent while there was none."),
              AgentFields.RUN_STATE_IF_ANY,
              Field.required(
                  "accepted", new FieldType.Truth(), "Whether it ends, or ended, by this."))
          .example(
              "Call it off",
              JsonObject.builder().put("sessionId", "ses_4kq0Zt1mB7cX2vNn8aYwPg").build())
          .build();

  private AgentCancelDefinition() {}
}
