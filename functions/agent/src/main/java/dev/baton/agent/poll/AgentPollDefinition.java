package dev.baton.agent.poll;

import dev.baton.agent.schema.AgentFields;
import dev.baton.core.command.CommandDefinition;
import dev.baton.core.command.ExecutionTime;
import dev.baton.core.command.Labels;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;

/** What callers need to know of {@code agent-poll}. */
final class AgentPollDefinition {
  private static final int MOST = 500;
  private static final int USUAL = 100;
  private static final int LONGEST_WAIT = 20_000;

  static final CommandDefinition DEFINITION =
      CommandDefinition.reading(
              "agent-poll",
              "Fetches logged events of agent runs after a number, optionally waiting for the next one, for clients that cannot read streams.")
          .errors(ErrorCodes.SESSION_NOT_FOUND, ErrorCodes.NOT_FOUND, ErrorCodes.LOG_EXPIRED)
          .labels(Labels.single(Labels.Action.READ).forAgents())
          .exposed(AgentFields.EXPOSED)
          .taking(ExecutionTime.SLOW)
          .input(
              AgentFields.SESSION_ID,
              AgentFields.RUN_ID.described("Id of a run, to get its events alone."),
              Field.optional(
                      "after", AgentFields.SEQ, "Number of the last event that the caller has.")
                  .orElse(0),
              Field.optional("limit", new FieldType.Whole(1, MOST), "How many at most.")
                  .orElse(USUAL),
              Field.optional(
                      "waitMs",
                      new FieldType.Whole(0, LONGEST_WAIT),
                      "Milliseconds to wait for the first event.")
                  .orElse(0))
          .output(
              Field.required(
                  "events", FieldType.listOf(FieldType.object()), "The events, ascending."),
              Field.required("lastSeq", FieldType.count(), "What to send as after next time."),
              Field.required("hasMore", new FieldType.Truth(), "Whether another follows already."),
              AgentFields.RUN_STATE_IF_ANY,
              Field.required(
                  "terminal", new FieldType.Truth(), "Whether the run is over and all was told."))
          .example(
              "Wait for what comes next",
              JsonObject.builder()
                  .put("sessionId", "ses_4kq0Zt1mB7cX2vNn8aYwPg")
                  .put("after", 42)
                  .put("waitMs", 10_000)
                  .build())
          .build();

  private AgentPollDefinition() {}
}
