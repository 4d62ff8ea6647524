package dev.baton.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.json.Jsons;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * An asynchronous event that Lambda has accepted.
 *
 * @param requestId id of the invocation, the same over all tries
 * @param function ARN that the function was called by
 * @param payload the event
 * @param acceptedAt when it was accepted
 * @param failures tries that failed so far
 */
record QueuedEvent(
    String requestId, String function, byte[] payload, Instant acceptedAt, int failures) {

  QueuedEvent failedAgain() {
    return new QueuedEvent(requestId, function, payload, acceptedAt, failures + 1);
  }

  JsonNode toJson() {
    return Jsons.object()
        .put("function", function)
        .put("payload", payload)
        .put("accepted_at", acceptedAt.toEpochMilli())
        .put("failures", failures);
  }

  static QueuedEvent fromJson(String requestId, JsonNode json) {
    try {
      return new QueuedEvent(
          requestId,
          json.path("function").asText(),
          json.path("payload").binaryValue(),
          Instant.ofEpochMilli(json.path("accepted_at").asLong()),
          json.path("failures").asInt());
    } catch (IOException e) {
      throw new UncheckedIOException("Event " + requestId + " in the journal is damaged", e);
    }
  }
}
