package dev.baton.gateway.core.rpc;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import dev.baton.gateway.core.batch.BatchView;
import dev.baton.gateway.core.call.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * A request of {@code /rpc}: its method is a command. Source: command specification, section 3.2.
 *
 * @param id its id as sent, or null for none
 * @param command the command
 * @param input its input
 * @param idempotencyKey the key under which the call is made once; null for none
 */
public record CommandRequest(Json id, String command, Json input, @Nullable String idempotencyKey) {

  /** The request, or null when the JSON is none. */
  public static @Nullable CommandRequest of(Json json) {
    if (!(json instanceof JsonObject request)) {
      return null;
    }
    String method = request.text("method");
    Json key = request.get("idempotencyKey");
    if (method == null || (key != null && !(key instanceof JsonText))) {
      return null;
    }
    Json id = request.get("id");
    Json params = request.get("params");
    return new CommandRequest(
        id == null ? JsonNull.NULL : id,
        method,
        params == null ? JsonObject.EMPTY : params,
        request.text("idempotencyKey"));
  }

  /** The response with the command's result, refusals included. */
  public JsonObject response(Envelope result) {
    return JsonObject.builder()
        .put("jsonrpc", "2.0")
        .put("id", id)
        .put(
            "result",
            command.equals(ToolCall.BATCH) ? BatchView.both(result.json()) : result.json())
        .build();
  }
}
