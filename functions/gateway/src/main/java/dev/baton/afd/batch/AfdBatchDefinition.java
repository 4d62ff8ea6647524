package dev.baton.afd.batch;

import dev.baton.core.command.CommandDefinition;
import dev.baton.core.command.ExecutionTime;
import dev.baton.core.command.Exposure;
import dev.baton.core.command.Labels;
import dev.baton.core.command.Labels.Action;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;

/** What callers need to know of {@code afd-batch}. */
final class AfdBatchDefinition {
  private static final FieldType TEXT = new FieldType.FreeText();
  private static final FieldType NUMBER = new FieldType.Decimal();

  static final CommandDefinition DEFINITION =
      CommandDefinition.changing(
              "afd-batch",
              "Executes several independent commands in one request and reports every outcome with a summary.")
          .taking(ExecutionTime.LONG_RUNNING)
          .errors(ErrorCodes.INVALID_BATCH_REQUEST)
          .labels(Labels.batch(Action.UPDATE))
          .exposed(Exposure.EVERYWHERE)
          .input(commands(), options())
          .output(results(), summary(), timing())
          .example(
              "Two questions at once",
              JsonObject.builder()
                  .put(
                      "commands",
                      JsonArray.of(
                          JsonObject.builder()
                              .put("command", "afd-help")
                              .put("input", JsonObject.EMPTY)
                              .build(),
                          JsonObject.builder()
                              .put("command", "afd-schema")
                              .put("input", JsonObject.builder().put("command", "afd-help").build())
                              .build()))
                  .build())
          .build();

  private AfdBatchDefinition() {}

  /** What is wrong with one entry is its own failure, so its fields may hold anything. */
  private static Field commands() {
    FieldType anything = new FieldType.Anything();
    return Field.required(
        "commands",
        FieldType.listOf(
            Field.optional("id", anything, "What its result is found by, a text."),
            Field.optional("command", anything, "The command's name."),
            Field.optional("name", anything, "The same, as some clients call it."),
            Field.optional("input", anything, "The command's input, an object."),
            Field.optional(
                "idempotencyKey", anything, "The key under which it is done once, a text.")),
        "The commands, at least one.");
  }

  private static Field options() {
    return Field.optional(
        "options",
        FieldType.nested(
            Field.optional(
                "stopOnError",
                new FieldType.Truth(),
                "Whether to skip what has not begun once a command failed."),
            Field.optional(
                "timeout",
                new FieldType.Whole(1, 600_000),
                "Milliseconds after which nothing more begins."),
            Field.optional(
                "parallelism", new FieldType.Whole(1, 5), "How many commands run at once.")),
        "How the batch is run.");
  }

  private static Field results() {
    return Field.required(
        "results",
        FieldType.listOf(
            Field.required("id", TEXT, "What the result is found by."),
            Field.required("index", FieldType.count(), "The position in the request."),
            Field.required("command", TEXT, "The command."),
            Field.required("result", new FieldType.Anything(), "Its whole result."),
            Field.required("durationMs", NUMBER, "How long it took.")),
        "One result for each command, in the order of the request.");
  }

  private static Field summary() {
    return Field.required(
        "summary",
        FieldType.nested(
            Field.required("total", FieldType.count(), "All commands."),
            Field.required("successCount", FieldType.count(), "Those that succeeded."),
            Field.required("failureCount", FieldType.count(), "Those that failed."),
            Field.required("skippedCount", FieldType.count(), "Those that never began.")),
        "How many commands fared how.");
  }

  private static Field timing() {
    return Field.required(
        "timing",
        FieldType.nested(
            Field.required("totalMs", NUMBER, "How long the whole took."),
            Field.required("averageMs", NUMBER, "How long a command took on average."),
            Field.required("startedAt", new FieldType.Timestamp(), "When the batch began."),
            Field.required("completedAt", new FieldType.Timestamp(), "When it was done.")),
        "How long it took.");
  }
}
