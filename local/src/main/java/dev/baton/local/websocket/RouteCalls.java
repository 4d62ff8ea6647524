package dev.baton.local.websocket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.json.Jsons;
import dev.baton.local.lambda.Functions;
import dev.baton.local.lambda.InvocationResult;
import dev.baton.local.template.SocketRoute;
import org.jspecify.annotations.Nullable;

/**
 * Calls the function of a route and reads its answer as a proxy integration does: an object with a
 * {@code statusCode}.
 *
 * @param functions all functions
 */
record RouteCalls(Functions functions) {

  /** The answer, or null when the function failed or answered something else. */
  @Nullable JsonNode call(SocketRoute route, ObjectNode event) {
    InvocationResult result = functions.get(route.functionName()).invoke(Jsons.bytes(event));
    if (!(result instanceof InvocationResult.Returned(byte[] payload))) {
      return null;
    }
    JsonNode answer = Jsons.parse(payload);
    return answer != null && answer.path("statusCode").canConvertToInt() ? answer : null;
  }

  /** What API Gateway itself says to a client. */
  static String refusal(String message, ObjectNode event) {
    JsonNode context = event.path("requestContext");
    return Jsons.write(
        Jsons.object()
            .put("message", message)
            .put("connectionId", context.path("connectionId").asText())
            .put("requestId", context.path("requestId").asText()));
  }
}
