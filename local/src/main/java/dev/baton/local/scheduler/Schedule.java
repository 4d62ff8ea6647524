package dev.baton.local.scheduler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.json.Jsons;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A schedule.
 *
 * @param definition the request that made it, with every default filled in, without its client
 *     token
 * @param createdAt when it was made
 * @param changedAt when it was last changed
 * @param clientToken token of the request that made it, or null
 * @param done whether it has fired; only schedules without {@code ActionAfterCompletion: DELETE}
 *     stay that long
 */
record Schedule(
    ObjectNode definition,
    Instant createdAt,
    Instant changedAt,
    @Nullable String clientToken,
    boolean done) {

  String name() {
    return definition.path("Name").asText();
  }

  String group() {
    return definition.path("GroupName").asText();
  }

  /** Group and name, which together are unique. */
  String key() {
    return key(group(), name());
  }

  static String key(String group, String name) {
    return group + "/" + name;
  }

  JsonNode target() {
    return definition.path("Target");
  }

  boolean enabled() {
    return definition.path("State").asText().equals("ENABLED");
  }

  boolean deletedAfterCompletion() {
    return definition.path("ActionAfterCompletion").asText().equals("DELETE");
  }

  Instant due() {
    return ScheduleExpression.moment(
        definition.path("ScheduleExpression").asText(),
        definition.path("ScheduleExpressionTimezone").asText());
  }

  Schedule completed() {
    return new Schedule(definition, createdAt, changedAt, clientToken, true);
  }

  JsonNode toJson() {
    ObjectNode json =
        Jsons.object()
            .put("created_at", createdAt.toEpochMilli())
            .put("changed_at", changedAt.toEpochMilli())
            .put("client_token", clientToken)
            .put("done", done);
    json.set("definition", definition);
    return json;
  }

  static Schedule fromJson(JsonNode json) {
    return new Schedule(
        (ObjectNode) json.path("definition"),
        Instant.ofEpochMilli(json.path("created_at").asLong()),
        Instant.ofEpochMilli(json.path("changed_at").asLong()),
        Jsons.text(json, "client_token"),
        json.path("done").asBoolean());
  }
}
