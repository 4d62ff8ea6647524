package dev.baton.afd.call;

import dev.baton.afd.command.AfdParts;
import dev.baton.afd.command.PassedKey;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandResult;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.result.Refused;
import dev.baton.core.result.Relayed;
import dev.baton.gateway.call.Called;
import dev.baton.gateway.call.CommandCall;
import dev.baton.gateway.call.Errand;
import dev.baton.gateway.core.call.RunningTools;
import dev.baton.shell.command.Call;
import dev.baton.shell.command.Command;

/** Runs one command for its caller, who gets that command's whole answer as it came. */
final class AfdCall implements Command<JsonObject> {
  private final AfdParts parts;

  AfdCall(AfdParts parts) {
    this.parts = parts;
  }

  @Override
  public CommandResult execute(JsonObject input, Call call) {
    String command = input.text("command");
    if (command == null || RunningTools.NAMES.contains(command)) {
      return Refused.because(
          ErrorCodes.INVALID_COMMAND_ARGS,
          command + " runs commands itself, so it is not run by afd-call.",
          "Call it directly.");
    }
    Json given = input.get("input");
    Errand errand =
        parts.errand(call, parts.gateway().caller().deadline(parts.wiring().clock().millis()));
    Called called =
        parts
            .gateway()
            .call(
                parts.gate(call),
                errand,
                new CommandCall(
                    command,
                    given == null ? JsonObject.EMPTY : given,
                    call.traceId(),
                    PassedKey.of(call.request())));
    return new Relayed(called.status(), called.result().json());
  }
}
