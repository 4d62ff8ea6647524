package dev.baton.local.scheduler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.edge.AwsFault;
import dev.baton.local.json.Jsons;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Checks a request that creates or replaces a schedule, and fills its defaults in.
 *
 * <p>Source: EventBridge Scheduler API reference, "CreateSchedule" and "Target".
 */
final class ScheduleRequest {
  private static final Pattern NAME = Pattern.compile("[0-9a-zA-Z-_.]{1,64}");
  private static final Pattern FUNCTION =
      Pattern.compile(
          "arn:aws:lambda:[a-z0-9-]+:\\d{12}:function:[a-zA-Z0-9-_]+(:[a-zA-Z0-9-_$]+)?");
  private static final Pattern ROLE = Pattern.compile("arn:aws:iam::\\d{12}:role/.+");
  private static final Pattern QUEUE =
      Pattern.compile("arn:aws:sqs:[a-z0-9-]+:\\d{12}:[a-zA-Z0-9-_]+");
  private static final List<String> KEPT =
      List.of("Description", "StartDate", "EndDate", "KmsKeyArn");

  private ScheduleRequest() {}

  /**
   * The complete definition of the schedule that a request asks for.
   *
   * @throws AwsFault ValidationException naming what is wrong
   */
  static ObjectNode definition(String name, ObjectNode request) {
    checkName(name);
    String group = request.path("GroupName").asText("default");
    checkName(group);
    String expression = required(request, "ScheduleExpression");
    String zone = request.path("ScheduleExpressionTimezone").asText("UTC");
    ScheduleExpression.moment(expression, zone);
    ObjectNode definition =
        Jsons.object()
            .put("Name", name)
            .put("GroupName", group)
            .put("ScheduleExpression", expression)
            .put("ScheduleExpressionTimezone", zone)
            .put("State", oneOf(request, "State", List.of("ENABLED", "DISABLED")))
            .put(
                "ActionAfterCompletion",
                oneOf(request, "ActionAfterCompletion", List.of("NONE", "DELETE")));
    definition.set("FlexibleTimeWindow", window(request.path("FlexibleTimeWindow")));
    definition.set("Target", target(request.path("Target")));
    KEPT.stream().filter(request::has).forEach(key -> definition.set(key, request.get(key)));
    return definition;
  }

  /** Checks the name of a schedule or group. */
  static void checkName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw AwsFault.validation(
          "Value '%s' failed to satisfy constraint: Member must satisfy regular expression pattern: [0-9a-zA-Z-_.]+"
              .formatted(name));
    }
  }

  private static JsonNode window(JsonNode window) {
    String mode = window.path("Mode").asText();
    if (mode.equals("OFF")) {
      return Jsons.object().put("Mode", "OFF");
    }
    if (mode.equals("FLEXIBLE")) {
      inRange(window, "MaximumWindowInMinutes", 1, 1440, 0);
      return window;
    }
    throw AwsFault.validation(
        "FlexibleTimeWindow.Mode must be OFF or FLEXIBLE, not '" + mode + "'.");
  }

  private static JsonNode target(JsonNode target) {
    String arn = required(target, "Arn");
    if (!FUNCTION.matcher(arn).matches()) {
      throw AwsFault.validation(
          "Provided Arn is not in correct format: the local stack schedules Lambda functions only, not '"
              + arn
              + "'.");
    }
    if (!ROLE.matcher(required(target, "RoleArn")).matches()) {
      throw AwsFault.validation("Invalid RoleArn '" + target.path("RoleArn").asText() + "'.");
    }
    JsonNode queue = target.path("DeadLetterConfig").path("Arn");
    if (!queue.isMissingNode() && !QUEUE.matcher(queue.asText()).matches()) {
      throw AwsFault.validation("Invalid DeadLetterConfig.Arn '" + queue.asText() + "'.");
    }
    ObjectNode complete = target.deepCopy();
    JsonNode policy = target.path("RetryPolicy");
    complete
        .putObject("RetryPolicy")
        .put(
            "MaximumEventAgeInSeconds",
            inRange(policy, "MaximumEventAgeInSeconds", 60, 86_400, 86_400))
        .put("MaximumRetryAttempts", inRange(policy, "MaximumRetryAttempts", 0, 185, 185));
    return complete;
  }

  private static int inRange(JsonNode node, String name, int least, int most, int usual) {
    int value = node.path(name).asInt(usual);
    if (value < least || value > most) {
      throw AwsFault.validation(
          "%s must be between %d and %d, not %d.".formatted(name, least, most, value));
    }
    return value;
  }

  private static String required(JsonNode node, String name) {
    String value = Jsons.text(node, name);
    if (value == null || value.isEmpty()) {
      throw AwsFault.validation("Value at '" + name + "' must not be null or empty.");
    }
    return value;
  }

  /** One of the values; the first is the default. */
  private static String oneOf(JsonNode node, String name, List<String> values) {
    String value = node.path(name).asText(values.getFirst());
    if (!values.contains(value)) {
      throw AwsFault.validation(name + " must be one of " + values + ", not '" + value + "'.");
    }
    return value;
  }
}
