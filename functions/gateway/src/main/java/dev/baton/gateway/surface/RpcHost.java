package dev.baton.gateway.surface;

import dev.baton.core.command.Exposure.Surface;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.Refused;
import dev.baton.core.result.ResultMetadata;
import dev.baton.gateway.call.CommandCall;
import dev.baton.gateway.core.call.Envelope;
import dev.baton.gateway.core.catalogue.CommandGate;
import dev.baton.gateway.core.rpc.Dialect;
import dev.baton.gateway.core.rpc.RpcError;
import dev.baton.gateway.core.rpc.RpcRequest;
import dev.baton.gateway.core.rpc.ToolCall;
import dev.baton.shell.command.SurfaceHost;
import dev.baton.shell.command.Visit;
import dev.baton.shell.json.JsonReader;
import dev.baton.shell.json.JsonReading.Readable;
import dev.baton.shell.json.JsonReading.Unreadable;
import dev.baton.shell.lambda.HttpResponse;
import org.jspecify.annotations.Nullable;

/** A surface that speaks a dialect of the Model Context Protocol over JSON-RPC. */
public abstract class RpcHost implements SurfaceHost {
  private static final int DEEPEST = 40;

  private final Dialect dialect;
  private final GatewayParts parts;
  private final JsonReader reader = JsonReader.refusingDuplicates(DEEPEST);

  /** For the surfaces. */
  protected RpcHost(Dialect dialect, GatewayParts parts) {
    this.dialect = dialect;
    this.parts = parts;
  }

  @Override
  public HttpResponse answer(Visit visit) {
    return switch (reader.read(visit.request().body())) {
      case Unreadable unreadable -> error(400, RpcError.notJson(unreadable.message()));
      case Readable(Json json) ->
          switch (RpcRequest.of(json)) {
            case RpcRequest.Told told -> HttpResponse.json(202, "");
            case RpcRequest.Invalid(RpcError error) -> error(invalidStatus(), error);
            case RpcRequest.Asked asked -> HttpResponse.json(200, response(asked, visit).write());
          };
    };
  }

  @Override
  public HttpResponse refuse(Refused refusal, ResultMetadata metadata) {
    return error(refusal.status(), RpcError.refused(refusal.error()));
  }

  /** The HTTP status of the answer to something that is no request. */
  protected abstract int invalidStatus();

  /** An answer with an error that belongs to no request. */
  protected static HttpResponse error(int status, RpcError error) {
    return HttpResponse.json(status, error.response(null).write());
  }

  private JsonObject response(RpcRequest.Asked asked, Visit visit) {
    CommandGate gate = parts.gate(visit.caller().scopes(), Surface.MCP);
    return switch (dialect.step(asked, gate, parts.version())) {
      case Dialect.Answered(JsonObject response) -> response;
      case Dialect.Calling calling -> dialect.answer(calling, result(calling, gate, visit));
    };
  }

  private Envelope result(Dialect.Calling calling, CommandGate gate, Visit visit) {
    ToolCall call = calling.call();
    String header = visit.request().header("idempotency-key");
    @Nullable String key = call.idempotencyKey() == null ? header : call.idempotencyKey();
    CommandCall command = new CommandCall(call.name(), call.arguments(), visit.traceId(), key);
    return parts.call(gate, parts.errand(visit, Surface.MCP), command).result();
  }
}
