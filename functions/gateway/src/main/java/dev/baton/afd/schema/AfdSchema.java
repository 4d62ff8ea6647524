package dev.baton.afd.schema;

import dev.baton.afd.command.AfdParts;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandResult;
import dev.baton.core.result.Succeeded;
import dev.baton.gateway.core.bootstrap.SchemaView;
import dev.baton.gateway.core.catalogue.Catalogue;
import dev.baton.gateway.core.catalogue.CommandGate;
import dev.baton.shell.command.Call;
import dev.baton.shell.command.Command;

/** Gives the schemas of the commands that a caller may use where it came in. */
final class AfdSchema implements Command<JsonObject> {
  private final AfdParts parts;

  AfdSchema(AfdParts parts) {
    this.parts = parts;
  }

  @Override
  public CommandResult execute(JsonObject input, Call call) {
    CommandGate gate = parts.gate(call);
    String command = input.text("command");
    if (command != null && gate.listed().find(command) == null) {
      return gate.unknown(command);
    }
    Catalogue wanted =
        gate.listed().those(entry -> command == null || entry.name().equals(command));
    return Succeeded.with(
        SchemaView.of(wanted), "Returned schemas of " + wanted.entries().size() + " commands.");
  }
}
