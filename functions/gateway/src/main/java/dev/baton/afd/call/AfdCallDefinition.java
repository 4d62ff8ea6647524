package dev.baton.afd.call;

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

/** What callers need to know of {@code afd-call}. */
final class AfdCallDefinition {

  static final CommandDefinition DEFINITION =
      CommandDefinition.changing(
              "afd-call",
              "Invokes any single command chosen at run time and passes its own result through.")
          .taking(ExecutionTime.SLOW)
          .errors(ErrorCodes.COMMAND_NOT_FOUND, ErrorCodes.INVALID_COMMAND_ARGS)
          .labels(Labels.single(Action.UPDATE))
          .exposed(Exposure.EVERYWHERE)
          .input(
              AfdFields.COMMAND.mandatory(),
              Field.optional(
                  "input", new FieldType.FreeObject(64 * 1024), "The input of that command."))
          .output(new FieldType.Anything())
          .example(
              "Call by name",
              JsonObject.builder()
                  .put("command", "afd-help")
                  .put("input", JsonObject.builder().put("filter", "survey").build())
                  .build())
          .build();

  private AfdCallDefinition() {}
}
