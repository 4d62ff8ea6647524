package dev.baton.bench.command;

import dev.baton.core.command.CommandDefinition;
import dev.baton.core.command.Exposure;
import dev.baton.core.command.Labels;
import dev.baton.core.result.Succeeded;
import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;
import dev.baton.shell.command.Arguments;
import dev.baton.shell.command.CommandEdge;
import dev.baton.shell.command.CommandFunction;
import dev.baton.shell.command.EdgeParts;

/** The function of a trivial command: it reads two fields and answers with them. */
final class EchoCommand extends CommandFunction {
  private static final CommandDefinition DEFINITION =
      CommandDefinition.reading("toy-echo", "Returns the name and the number that it was sent.")
          .labels(Labels.single(Labels.Action.READ))
          .exposed(Exposure.EVERYWHERE)
          .input(
              Field.requiredText("name", 64, "A name."),
              Field.text("other", 64, "Another name."),
              Field.optional("limit", new FieldType.Whole(1, 100), "A number.").orElse(20))
          .output(
              Field.required("name", new FieldType.FreeText(), "The name."),
              Field.optional("other", new FieldType.FreeText(), "The other name."),
              Field.required("limit", FieldType.count(), "The number."))
          .build();

  EchoCommand(EdgeParts parts) {
    super(
        CommandEdge.of(
            DEFINITION, Arguments::json, (input, call) -> Succeeded.with(input, "Echoed."), parts));
  }
}
