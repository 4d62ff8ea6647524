package dev.baton.gateway.core.rpc;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandError;
import dev.baton.core.result.ErrorCode;
import dev.baton.core.result.ErrorCodes;
import org.jspecify.annotations.Nullable;

/**
 * An error of JSON-RPC 2.0, with the error of the command layer as its data.
 *
 * @param code the JSON-RPC code
 * @param error the same as commands say it
 */
public record RpcError(int code, CommandError error) {
  private static final int PARSE_ERROR = -32700;
  private static final int INVALID_REQUEST = -32600;
  private static final int METHOD_NOT_FOUND = -32601;
  private static final int INVALID_PARAMS = -32602;
  private static final int UNAUTHORIZED = -32001;

  /** The body was not JSON. */
  public static RpcError notJson(String message) {
    return because(PARSE_ERROR, ErrorCodes.PARSE_ERROR, message, "Send one JSON object.");
  }

  /** The JSON is no request. */
  public static RpcError noRequest(String message, String suggestion) {
    return because(INVALID_REQUEST, ErrorCodes.VALIDATION_ERROR, message, suggestion);
  }

  static RpcError unknownMethod(String offered) {
    return because(
        METHOD_NOT_FOUND,
        ErrorCodes.NOT_IMPLEMENTED,
        "The method is not offered.",
        "Use one of " + offered + ".");
  }

  static RpcError badParams(String message, String suggestion) {
    return because(INVALID_PARAMS, ErrorCodes.VALIDATION_ERROR, message, suggestion);
  }

  static RpcError badParams(CommandError error) {
    return new RpcError(INVALID_PARAMS, error);
  }

  /** What the surface refused before it looked at the request. */
  public static RpcError refused(CommandError error) {
    return new RpcError(error.code().status() == 401 ? UNAUTHORIZED : INVALID_REQUEST, error);
  }

  /** The response with this error; without an id it is null. */
  public JsonObject response(@Nullable Json id) {
    return JsonObject.builder()
        .put("jsonrpc", "2.0")
        .put("id", id == null ? JsonNull.NULL : id)
        .put(
            "error",
            JsonObject.builder()
                .put("code", code)
                .put("message", error.message())
                .put("data", error.toJson())
                .build())
        .build();
  }

  private static RpcError because(int rpc, ErrorCode code, String message, String suggestion) {
    return new RpcError(rpc, new CommandError(code, message, suggestion, JsonObject.EMPTY));
  }
}
