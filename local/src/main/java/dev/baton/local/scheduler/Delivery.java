package dev.baton.local.scheduler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.json.Jsons;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A schedule that has fired and whose target has not taken it yet.
 *
 * @param executionId id of this firing
 * @param scheduleArn the schedule
 * @param target the target as the schedule had it when it fired
 * @param due when the schedule was due
 * @param failures tries that failed so far
 * @param error what the last try failed with: code and message
 */
record Delivery(
    String executionId,
    String scheduleArn,
    ObjectNode target,
    Instant due,
    int failures,
    @Nullable Error error) {

  /** Why a try failed. */
  record Error(String code, String message) {}

  String targetArn() {
    return target.path("Arn").asText();
  }

  /** The payload for the target; a schedule without input sends an empty object. */
  String input() {
    return target.path("Input").asText("{}");
  }

  int maximumRetryAttempts() {
    return target.path("RetryPolicy").path("MaximumRetryAttempts").asInt();
  }

  Duration maximumAge() {
    return Duration.ofSeconds(target.path("RetryPolicy").path("MaximumEventAgeInSeconds").asLong());
  }

  @Nullable String deadLetterArn() {
    return Jsons.text(target.path("DeadLetterConfig"), "Arn");
  }

  Delivery failed(Error why) {
    return new Delivery(executionId, scheduleArn, target, due, failures + 1, why);
  }

  JsonNode toJson() {
    ObjectNode json =
        Jsons.object()
            .put("schedule_arn", scheduleArn)
            .put("due", due.toEpochMilli())
            .put("failures", failures);
    json.set("target", target);
    return json;
  }

  static Delivery fromJson(String executionId, JsonNode json) {
    return new Delivery(
        executionId,
        json.path("schedule_arn").asText(),
        (ObjectNode) json.path("target"),
        Instant.ofEpochMilli(json.path("due").asLong()),
        json.path("failures").asInt(),
        null);
  }
}
