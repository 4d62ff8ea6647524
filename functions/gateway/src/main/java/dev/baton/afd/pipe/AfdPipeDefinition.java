package dev.baton.afd.pipe;

import dev.baton.afd.command.AfdFields;
import dev.baton.core.command.CommandDefinition;
import dev.baton.core.command.ExecutionTime;
import dev.baton.core.command.Exposure;
import dev.baton.core.command.Labels;
import dev.baton.core.command.Labels.Action;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;
import java.util.List;

/** What callers need to know of {@code afd-pipe}. */
final class AfdPipeDefinition {
  private static final FieldType TEXT = new FieldType.FreeText();
  private static final FieldType ANYTHING = new FieldType.Anything();

  static final CommandDefinition DEFINITION =
      CommandDefinition.changing(
              "afd-pipe",
              "Runs steps one after another, feeding data of earlier steps into later inputs, optionally under conditions.")
          .taking(ExecutionTime.LONG_RUNNING)
          .errors(ErrorCodes.INVALID_PIPELINE_REQUEST)
          .labels(Labels.batch(Action.UPDATE))
          .exposed(Exposure.EVERYWHERE)
          .input(
              Field.optional("input", ANYTHING, "What $input stands for in the steps."),
              steps(),
              options())
          .output(
              Field.optional("data", ANYTHING, "The data of the last successful step."),
              metadata(),
              outcomes())
          .example("Help and its first page", example())
          .build();

  private AfdPipeDefinition() {}

  private static Field steps() {
    return Field.required(
        "steps",
        FieldType.listOf(
            Field.required("command", FieldType.text(1, AfdFields.LONGEST_NAME), "The command."),
            Field.optional(
                "input",
                ANYTHING,
                "Its input; texts like $prev.a, $first, $input, $steps[0].b or $steps.alias are replaced."),
            Field.optional("as", FieldType.text(1, 64), "An alias for later steps."),
            Field.optional(
                "when",
                new FieldType.FreeObject(16 * 1024),
                "The condition: one of $exists, $eq, $ne, $gt, $gte, $lt, $lte, $and, $or, $not."),
            Field.optional(
                "idempotencyKey",
                FieldType.text(1, 128),
                "The key under which the step is done once.")),
        "The steps, at least one.");
  }

  private static Field options() {
    return Field.optional(
        "options",
        FieldType.nested(
            Field.optional(
                "continueOnFailure",
                new FieldType.Truth(),
                "Whether a failed step leaves the rest to run."),
            Field.optional(
                "timeoutMs",
                new FieldType.Whole(1, 600_000),
                "Milliseconds after which nothing more begins.")),
        "How the pipeline is run.");
  }

  private static Field metadata() {
    return Field.required(
        "metadata",
        FieldType.nested(
            Field.required("confidence", new FieldType.Decimal(), "The least of all steps."),
            Field.required(
                "confidenceBreakdown",
                FieldType.listOf(of(new FieldType.Decimal(), "confidence", "How sure it is.")),
                "How sure each successful step is."),
            Field.required(
                "reasoning",
                FieldType.listOf(of(TEXT, "reasoning", "What was done.")),
                "What each successful step did."),
            Field.required("warnings", FieldType.listOf(ANYTHING), "The warnings of all steps."),
            Field.required("executionTimeMs", FieldType.count(), "How long the whole took."),
            Field.required("completedSteps", FieldType.count(), "The steps that succeeded."),
            Field.required("totalSteps", FieldType.count(), "All steps.")),
        "What the steps add up to.");
  }

  private static Field[] of(FieldType type, String name, String description) {
    return new Field[] {
      Field.required("index", FieldType.count(), "The position of the step."),
      Field.optional("alias", TEXT, "Its alias."),
      Field.required("command", TEXT, "Its command."),
      Field.required(name, type, description)
    };
  }

  private static Field outcomes() {
    return Field.required(
        "steps",
        FieldType.listOf(
            Field.required("index", FieldType.count(), "The position of the step."),
            Field.optional("alias", TEXT, "Its alias."),
            Field.required("command", TEXT, "Its command."),
            Field.required(
                "status",
                new FieldType.Choice(List.of("success", "failure", "skipped")),
                "What became of it."),
            Field.optional("data", ANYTHING, "Its data."),
            Field.optional("error", ANYTHING, "Why it failed or was skipped."),
            Field.required("executionTimeMs", FieldType.count(), "How long it took.")),
        "What became of every step.");
  }

  private static JsonObject example() {
    Json first = JsonObject.builder().put("command", "afd-help").put("as", "help").build();
    Json second =
        JsonObject.builder()
            .put("command", "afd-docs")
            .put(
                "input",
                JsonObject.builder().put("command", "$steps.help.commands[0].name").build())
            .build();
    return JsonObject.builder().put("steps", JsonArray.of(first, second)).build();
  }
}
