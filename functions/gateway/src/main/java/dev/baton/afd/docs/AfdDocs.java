package dev.baton.afd.docs;

import dev.baton.afd.command.AfdParts;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandResult;
import dev.baton.core.result.Succeeded;
import dev.baton.gateway.core.bootstrap.DocsView;
import dev.baton.gateway.core.catalogue.Catalogue;
import dev.baton.gateway.core.catalogue.CommandGate;
import dev.baton.shell.command.Call;
import dev.baton.shell.command.Command;

/** Writes about the commands that a caller may use where it came in. */
final class AfdDocs implements Command<JsonObject> {
  private final AfdParts parts;

  AfdDocs(AfdParts parts) {
    this.parts = parts;
  }

  @Override
  public CommandResult execute(JsonObject input, Call call) {
    CommandGate gate = parts.gate(call);
    String command = input.text("command");
    String category = input.text("category");
    if (command != null && gate.listed().find(command) == null) {
      return gate.unknown(command);
    }
    Catalogue wanted =
        gate.listed()
            .those(entry ->
                (command == null || entry.name().equals(command))
                    && (category == null || entry.category().equals(category)));
    return Succeeded.with(
        DocsView.of(wanted), "Documented " + wanted.entries().size() + " commands.");
  }
}
