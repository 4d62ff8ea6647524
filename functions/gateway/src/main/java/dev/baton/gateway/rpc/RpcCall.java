package dev.baton.gateway.rpc;

import dev.baton.core.command.Exposure.Surface;
import dev.baton.core.json.Json;
import dev.baton.gateway.call.Called;
import dev.baton.gateway.call.CommandCall;
import dev.baton.gateway.core.rpc.CommandRequest;
import dev.baton.gateway.core.rpc.RpcError;
import dev.baton.gateway.surface.GatewayParts;
import dev.baton.shell.command.SurfaceHost;
import dev.baton.shell.command.Visit;
import dev.baton.shell.json.JsonReader;
import dev.baton.shell.json.JsonReading.Readable;
import dev.baton.shell.json.JsonReading.Unreadable;
import dev.baton.shell.lambda.HttpResponse;

/** Calls the command that a request names; whatever it says is the request's result. */
final class RpcCall implements SurfaceHost {
  private static final int DEEPEST = 40;

  private final GatewayParts parts;
  private final JsonReader reader = JsonReader.refusingDuplicates(DEEPEST);

  RpcCall(GatewayParts parts) {
    this.parts = parts;
  }

  @Override
  public HttpResponse answer(Visit visit) {
    return switch (reader.read(visit.request().body())) {
      case Unreadable unreadable -> error(RpcError.notJson(unreadable.message()));
      case Readable(Json json) -> {
        CommandRequest request = CommandRequest.of(json);
        yield request == null
            ? error(
                RpcError.noRequest(
                    "The request names no method, or its idempotencyKey is no text.",
                    "Send {\"method\":\"<command>\",\"params\":{...}}."))
            : HttpResponse.json(200, request.response(call(request, visit).result()).write());
      }
    };
  }

  private Called call(CommandRequest request, Visit visit) {
    String key = request.idempotencyKey();
    return parts.call(
        parts.gate(visit.caller().scopes(), Surface.CLI),
        parts.errand(visit, Surface.CLI),
        new CommandCall(
            request.command(),
            request.input(),
            visit.traceId(),
            key == null ? visit.request().header("idempotency-key") : key));
  }

  private static HttpResponse error(RpcError error) {
    return HttpResponse.json(400, error.response(null).write());
  }
}
