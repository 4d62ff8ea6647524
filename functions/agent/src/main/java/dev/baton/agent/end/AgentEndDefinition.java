package dev.baton.agent.end;

import dev.baton.agent.schema.AgentFields;
import dev.baton.core.command.CommandDefinition;
import dev.baton.core.command.Labels;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;
import java.util.List;

/** What callers need to know of {@code agent-end}. */
final class AgentEndDefinition {
  private static final FieldType SUMMARY =
      FieldType.nested(
          Field.required("runs", FieldType.count(), "Runs that were begun."),
          Field.required("usage", AgentFields.USAGE, "Tokens paid for by runs that ended."),
          Field.optional(
              "costUsd",
              new FieldType.Decimal(),
              "Dollars spent by them; absent when nothing had a price."));

  static final CommandDefinition DEFINITION =
      CommandDefinition.changing(
              "agent-end",
              "Disconnects an agent for good: cancels its run, voids all tickets and cookies, and leaves the log readable for a day.")
          .errors(ErrorCodes.SESSION_NOT_FOUND)
          .labels(Labels.single(Labels.Action.UPDATE))
          .exposed(AgentFields.EXPOSED)
          .requires("agent-start")
          .repeatable()
          .input(
              AgentFields.SESSION_ID,
              Field.text("reason", 200, "Why it ends, for its record."),
              Field.optional(
                      "includeSummary",
                      new FieldType.Truth(),
                      "Whether to say what there was of it.")
                  .orElse(true))
          .output(
              AgentFields.ANSWERED_SESSION_ID,
              Field.required(
                  "state", new FieldType.Choice(List.of("closed", "expired")), "How it ended."),
              Field.required("closedAt", new FieldType.Timestamp(), "When it ended."),
              Field.required("alreadyEnded", new FieldType.Truth(), "Whether it had before."),
              Field.optional("summary", SUMMARY, "What there was of it."))
          .example(
              "End a session",
              JsonObject.builder().put("sessionId", "ses_4kq0Zt1mB7cX2vNn8aYwPg").build())
          .build();

  private AgentEndDefinition() {}
}
