package dev.baton.afd.schema;

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
import java.util.List;

/** What callers need to know of {@code afd-schema}. */
final class AfdSchemaDefinition {

  static final CommandDefinition DEFINITION =
      CommandDefinition.reading(
              "afd-schema",
              "Gets JSON Schemas for the input and output of one named command, or of every one.")
          .taking(ExecutionTime.INSTANT)
          .errors(ErrorCodes.COMMAND_NOT_FOUND)
          .labels(Labels.batch(Action.READ))
          .exposed(Exposure.EVERYWHERE)
          .input(
              AfdFields.COMMAND,
              Field.choice("format", List.of("json"), "The form of the schemas.").orElse("json"))
          .output(
              Field.required(
                  "schemas",
                  FieldType.listOf(
                      Field.required("name", new FieldType.FreeText(), "The command."),
                      Field.required("description", new FieldType.FreeText(), "What it does."),
                      Field.required(
                          "inputSchema", new FieldType.Anything(), "The schema of its input."),
                      Field.required(
                          "outputSchema", new FieldType.Anything(), "The schema of its data.")),
                  "The schemas, by name of the command."),
              Field.required("count", FieldType.count(), "How many commands they are of."),
              Field.required("format", new FieldType.FreeText(), "The form of the schemas."))
          .example("One command", JsonObject.builder().put("command", "afd-help").build())
          .build();

  private AfdSchemaDefinition() {}
}
