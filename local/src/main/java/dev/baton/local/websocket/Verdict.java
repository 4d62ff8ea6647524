package dev.baton.local.websocket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code $connect} says of an upgrade. */
sealed interface Verdict {

  /**
   * The connection may be made.
   *
   * @param subprotocol the subprotocol that the function chose, or null
   */
  record Admitted(@Nullable String subprotocol) implements Verdict {}

  /**
   * The upgrade is refused.
   *
   * @param status HTTP status
   * @param body what the caller may read
   */
  record Refused(int status, String body) implements Verdict {}

  /**
   * The verdict of a function's answer: 2xx admits, every other status is the status of the
   * refusal, and a function that failed refuses with 502.
   *
   * @param answer the answer, or null when the function failed
   */
  static Verdict of(@Nullable JsonNode answer, ObjectNode event) {
    int status = answer == null ? 0 : answer.path("statusCode").asInt();
    if (answer == null || status < 200 || status > 599) {
      return new Refused(502, RouteCalls.refusal("Internal server error", event));
    }
    if (status > 299) {
      return new Refused(status, answer.path("body").asText());
    }
    return new Admitted(
        answer.path("headers").properties().stream()
            .filter(header -> header.getKey().equalsIgnoreCase("Sec-WebSocket-Protocol"))
            .map(Map.Entry::getValue)
            .map(JsonNode::asText)
            .findFirst()
            .orElse(null));
  }
}
