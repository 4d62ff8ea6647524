package dev.baton.gateway.core.rpc;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import org.jspecify.annotations.Nullable;

/** What a JSON-RPC message is. */
public sealed interface RpcRequest {

  /**
   * A request that wants an answer.
   *
   * @param id its id, text or number, as sent
   * @param method what is asked for
   * @param params with what; null when there is nothing
   */
  record Asked(Json id, String method, @Nullable Json params) implements RpcRequest {}

  /** A notification, or the answer to a question that nobody asked: both want no answer. */
  record Told() implements RpcRequest {}

  /**
   * Neither.
   *
   * @param error why
   */
  record Invalid(RpcError error) implements RpcRequest {}

  /** Reads a message. */
  static RpcRequest of(Json json) {
    if (!(json instanceof JsonObject message)) {
      return invalid("The body is no JSON-RPC request object.");
    }
    if (!"2.0".equals(message.text("jsonrpc"))) {
      return invalid("The message does not say \"jsonrpc\":\"2.0\".");
    }
    Json id = message.get("id");
    String method = message.text("method");
    if (method == null) {
      boolean answer = !message.has("method") && (message.has("result") || message.has("error"));
      return answer ? new Told() : invalid("The request names no method.");
    }
    if (id == null) {
      return new Told();
    }
    return id instanceof JsonText || id instanceof JsonNumber
        ? new Asked(id, method, message.get("params"))
        : invalid("The id is neither a text nor a number.");
  }

  private static RpcRequest invalid(String message) {
    return new Invalid(
        RpcError.noRequest(
            message, "Send {\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"...\",\"params\":{...}}."));
  }
}
