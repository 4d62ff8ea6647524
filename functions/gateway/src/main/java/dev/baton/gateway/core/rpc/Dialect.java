package dev.baton.gateway.core.rpc;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.gateway.core.batch.BatchView;
import dev.baton.gateway.core.call.Envelope;
import dev.baton.gateway.core.catalogue.Catalogue;
import dev.baton.gateway.core.catalogue.CommandGate;
import dev.baton.gateway.core.catalogue.ToolList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The two dialects of the Model Context Protocol. Source: command specification, 3.5 and 3.6. */
public enum Dialect {
  /** AFD's: {@code /message}. A refusal is not an error of the tool, and there is no structure. */
  AFD(List.of("2024-11-05")),
  /** The official one: {@code /mcp}, newest version first. */
  STREAMABLE(List.of("2025-11-25", "2025-06-18", "2025-03-26"));

  private static final String OFFERED = "initialize, ping, tools/list, tools/call";

  private final List<String> versions;

  Dialect(List<String> versions) {
    this.versions = versions;
  }

  /** Whether it speaks that version of the protocol. */
  public boolean speaks(String version) {
    return versions.contains(version);
  }

  /** What is to be done for a request. */
  public sealed interface Step {}

  /**
   * Nothing more: this is the answer.
   *
   * @param response the JSON-RPC response
   */
  public record Answered(JsonObject response) implements Step {}

  /**
   * A command is to be called, if the gate lets it; its result goes to {@link Dialect#answer}.
   *
   * @param id the request's id
   * @param call the call
   */
  public record Calling(Json id, ToolCall call) implements Step {}

  /** The step for a request of a caller behind that gate. */
  public Step step(RpcRequest.Asked request, CommandGate gate, String serverVersion) {
    Json params = request.params();
    return switch (request.method()) {
      case "initialize" -> answered(request, initialize(params, serverVersion));
      case "ping" -> answered(request, JsonObject.EMPTY);
      case "tools/list" -> answered(request, tools(gate.listed()));
      case "tools/call" -> call(request, gate);
      default -> failed(request, RpcError.unknownMethod(OFFERED));
    };
  }

  /** The response to a call with this result. */
  public JsonObject answer(Calling calling, Envelope result) {
    JsonObject envelope =
        calling.call().name().equals(ToolCall.BATCH)
            ? BatchView.both(result.json())
            : result.json();
    JsonObject.Builder tool =
        JsonObject.builder()
            .put(
                "content",
                JsonArray.of(
                    JsonObject.builder()
                        .put("type", "text")
                        .put("text", envelope.write())
                        .build()));
    if (this == STREAMABLE) {
      tool.put("structuredContent", envelope);
    }
    return response(
        calling.id(), tool.put("isError", this == STREAMABLE && !result.success()).build());
  }

  private Step call(RpcRequest.Asked request, CommandGate gate) {
    ToolCall call = ToolCall.of(request.params());
    if (call == null) {
      return failed(
          request,
          RpcError.badParams(
              "The parameters name no tool, or its arguments are no object.",
              "Send {\"name\":\"<tool>\",\"arguments\":{...}}."));
    }
    return this == STREAMABLE && gate.all().find(call.name()) == null
        ? failed(request, RpcError.badParams(gate.unknown(call.name()).error()))
        : new Calling(request.id(), call);
  }

  private JsonObject initialize(@Nullable Json params, String serverVersion) {
    String asked = params instanceof JsonObject object ? object.text("protocolVersion") : null;
    String agreed = asked != null && speaks(asked) ? asked : versions.getFirst();
    return JsonObject.builder()
        .put("protocolVersion", agreed)
        .put("capabilities", JsonObject.builder().put("tools", JsonObject.EMPTY).build())
        .put(
            "serverInfo",
            JsonObject.builder().put("name", "baton").put("version", serverVersion).build())
        .build();
  }

  private JsonObject tools(Catalogue listed) {
    return this == STREAMABLE ? ToolList.structured(listed) : ToolList.plain(listed);
  }

  private static Step answered(RpcRequest.Asked request, JsonObject result) {
    return new Answered(response(request.id(), result));
  }

  private static Step failed(RpcRequest.Asked request, RpcError error) {
    return new Answered(error.response(request.id()));
  }

  private static JsonObject response(Json id, JsonObject result) {
    return JsonObject.builder().put("jsonrpc", "2.0").put("id", id).put("result", result).build();
  }
}
