package dev.baton.agent.status;

import dev.baton.agent.schema.AgentFields;
import dev.baton.core.command.CommandDefinition;
import dev.baton.core.command.Labels;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;
import dev.baton.core.session.SessionState;
import java.util.List;
import java.util.stream.Stream;

/** What callers need to know of {@code agent-status}. */
final class AgentStatusDefinition {
  private static final List<String> STATES =
      Stream.of(SessionState.values()).map(SessionState::wireName).toList();

  private static final FieldType SESSION =
      FieldType.nested(
          AgentFields.ANSWERED_SESSION_ID,
          Field.required("state", new FieldType.Choice(STATES), "Where it is in its life."),
          Field.required("createdAt", new FieldType.Timestamp(), "When it was made."),
          Field.required("lastActivity", new FieldType.Timestamp(), "When it was last heard of."),
          AgentFields.moment("expiresAt", "When it expires if nothing happens."),
          Field.required("viewers", FieldType.count(), "How many watch it."));

  private static final FieldType APPROVAL =
      FieldType.nested(
          Field.requiredText("approvalId", 64, "Id of the approval."),
          Field.requiredText("toolCallId", 128, "Id of the call that waits."),
          Field.requiredText("name", 128, "The command that would be called."),
          Field.required("expiresAt", new FieldType.Timestamp(), "When silence becomes a no."));

  private static final FieldType ERROR =
      FieldType.nested(
          Field.requiredText("code", 64, "Why it ended badly."),
          Field.requiredText("message", 300, "The same for a person."),
          Field.required("retryable", new FieldType.Truth(), "Whether resuming can succeed."));

  private static final FieldType RUN =
      FieldType.nested(
          AgentFields.ANSWERED_RUN_ID,
          Field.required("state", AgentFields.RUN_STATES, "Where it is."),
          Field.required("turn", FieldType.count(), "The last turn that is saved."),
          Field.required("attempt", FieldType.count(), "The number of its worker, from 1."),
          Field.required("firstSeq", FieldType.count(), "Number of its first event."),
          Field.required("lastSeq", FieldType.count(), "Number of its last event so far."),
          Field.required("usage", AgentFields.USAGE, "Tokens paid for so far."),
          Field.optional(
              "costUsd",
              new FieldType.Decimal(),
              "Dollars spent so far; absent when nothing had a price."),
          Field.required(
              "pendingApprovals", FieldType.listOf(APPROVAL), "Calls that wait for a person."),
          Field.optional("error", ERROR, "Why it ended badly, if it did."),
          Field.required("startedAt", new FieldType.Timestamp(), "When it was committed."),
          AgentFields.moment("endedAt", "When it ended."));

  static final CommandDefinition DEFINITION =
      CommandDefinition.reading(
              "agent-status",
              "Returns where an agent session and one of its runs are: state, usage, cost and open approvals.")
          .errors(ErrorCodes.SESSION_NOT_FOUND, ErrorCodes.NOT_FOUND)
          .labels(Labels.single(Labels.Action.READ))
          .exposed(AgentFields.EXPOSED)
          .requires("agent-start")
          .input(AgentFields.SESSION_ID, AgentFields.RUN_ID)
          .output(
              Field.required("session", SESSION, "The session."),
              Field.optional("run", RUN, "The run; absent while there was none."))
          .example(
              "Where a session is",
              JsonObject.builder().put("sessionId", "ses_4kq0Zt1mB7cX2vNn8aYwPg").build())
          .build();

  private AgentStatusDefinition() {}
}
