package dev.baton.local.model.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.json.Jsons;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A refusal of the Messages API.
 *
 * @param status of HTTP
 * @param type such as {@code invalid_request_error}
 * @param message for a person
 * @param headers further ones, such as {@code retry-after}
 */
public record ApiError(int status, String type, String message, Map<String, String> headers) {

  /** A refusal with the type that belongs to its status. */
  public static ApiError of(int status, String message) {
    return new ApiError(status, typeOf(status), message, Map.of());
  }

  /** A refusal in the middle of a stream, as it would have been before it. */
  public static ApiError ofType(String type, String message) {
    int status =
        switch (type) {
          case "invalid_request_error" -> 400;
          case "authentication_error" -> 401;
          case "billing_error" -> 402;
          case "permission_error" -> 403;
          case "not_found_error" -> 404;
          case "request_too_large" -> 413;
          case "rate_limit_error" -> 429;
          case "timeout_error" -> 504;
          case "overloaded_error" -> 529;
          default -> 500;
        };
    return new ApiError(status, type, message, Map.of());
  }

  /** The type that the API gives a status. */
  public static String typeOf(int status) {
    return switch (status) {
      case 401 -> "authentication_error";
      case 402 -> "billing_error";
      case 403 -> "permission_error";
      case 404 -> "not_found_error";
      case 413 -> "request_too_large";
      case 429 -> "rate_limit_error";
      case 504 -> "timeout_error";
      case 529 -> "overloaded_error";
      default -> status < 500 ? "invalid_request_error" : "api_error";
    };
  }

  /** {@code {"type":"error","error":{"type","message"},"request_id"}}. */
  public ObjectNode toJson(@Nullable String requestId) {
    ObjectNode body = Jsons.object().put("type", "error");
    body.putObject("error").put("type", type).put("message", message);
    if (requestId != null) {
      body.put("request_id", requestId);
    }
    return body;
  }
}
