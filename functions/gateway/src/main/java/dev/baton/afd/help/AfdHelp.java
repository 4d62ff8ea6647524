package dev.baton.afd.help;

import dev.baton.afd.command.AfdFields;
import dev.baton.afd.command.AfdParts;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandResult;
import dev.baton.core.result.Succeeded;
import dev.baton.gateway.core.bootstrap.HelpQuery;
import dev.baton.gateway.core.bootstrap.HelpView;
import dev.baton.shell.command.Call;
import dev.baton.shell.command.Command;

/** Lists the commands that a caller may use where it came in. */
final class AfdHelp implements Command<JsonObject> {
  private final AfdParts parts;

  AfdHelp(AfdParts parts) {
    this.parts = parts;
  }

  @Override
  public CommandResult execute(JsonObject input, Call call) {
    HelpQuery query =
        new HelpQuery(
            input.text("filter"),
            "full".equals(input.text("format")),
            AfdFields.texts(input, "tags"),
            AfdFields.texts(input, "excludeTags"),
            input.get("handoffCapabilities") instanceof JsonArray
                ? AfdFields.texts(input, "handoffCapabilities")
                : null);
    JsonObject data = HelpView.of(parts.gate(call).listed(), query);
    return Succeeded.with(data, "Listed " + data.array("commands").size() + " commands.");
  }
}
