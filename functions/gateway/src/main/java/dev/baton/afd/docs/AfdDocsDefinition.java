package dev.baton.afd.docs;

import dev.baton.afd.command.AfdFields;
import dev.baton.core.command.CommandDefinition;
import dev.baton.core.command.ExecutionTime;
import dev.baton.core.command.Exposure;
import dev.baton.core.command.Labels;
import dev.baton.core.command.Labels.Action;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;

/** What callers need to know of {@code afd-docs}. */
final class AfdDocsDefinition {

  static final CommandDefinition DEFINITION =
      CommandDefinition.reading(
              "afd-docs",
              "Returns readable Markdown pages on commands: purpose, fields, examples and what has to come before.")
          .taking(ExecutionTime.INSTANT)
          .errors(ErrorCodes.COMMAND_NOT_FOUND)
          .labels(Labels.batch(Action.READ))
          .exposed(Exposure.EVERYWHERE)
          .input(AfdFields.COMMAND, Field.text("category", 64, "Only commands of this category."))
          .output(
              Field.required("markdown", new FieldType.FreeText(), "The pages as one text."),
              Field.required("commandCount", FieldType.count(), "How many commands they are on."))
          .example("One command", JsonObject.builder().put("command", "afd-help").build())
          .build();

  private AfdDocsDefinition() {}
}
