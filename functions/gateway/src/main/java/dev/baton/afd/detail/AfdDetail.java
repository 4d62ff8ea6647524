package dev.baton.afd.detail;

import dev.baton.afd.command.AfdFields;
import dev.baton.afd.command.AfdParts;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandResult;
import dev.baton.core.result.Succeeded;
import dev.baton.gateway.core.bootstrap.DetailView;
import dev.baton.shell.command.Call;
import dev.baton.shell.command.Command;
import java.util.List;

/** Tells everything about the commands of those names. */
final class AfdDetail implements Command<JsonObject> {
  private final AfdParts parts;

  AfdDetail(AfdParts parts) {
    this.parts = parts;
  }

  @Override
  public CommandResult execute(JsonObject input, Call call) {
    String one = input.text("command");
    List<String> names = one == null ? AfdFields.texts(input, "command") : List.of(one);
    return Succeeded.with(
        DetailView.of(names, parts.gate(call)), "Looked up " + names.size() + " names.");
  }
}
