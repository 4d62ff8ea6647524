package dev.baton.local.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.json.Jsons;
import java.time.Instant;

/**
 * A message as it was sent.
 *
 * @param id message id
 * @param body its text
 * @param attributes message attributes as SQS writes them: name to {@code {DataType,
 *     StringValue|BinaryValue}}
 * @param sentAt when it was sent
 */
record QueueMessage(String id, String body, ObjectNode attributes, Instant sentAt) {

  JsonNode toJson() {
    ObjectNode json = Jsons.object().put("body", body).put("sent_at", sentAt.toEpochMilli());
    json.set("attributes", attributes);
    return json;
  }

  static QueueMessage fromJson(String id, JsonNode json) {
    return new QueueMessage(
        id,
        json.path("body").asText(),
        json.path("attributes") instanceof ObjectNode object ? object : Jsons.object(),
        Instant.ofEpochMilli(json.path("sent_at").asLong()));
  }
}
