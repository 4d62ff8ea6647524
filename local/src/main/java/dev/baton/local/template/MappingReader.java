package dev.baton.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.json.Jsons;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads what connects a function with its triggers and destinations; all properties come resolved.
 */
final class MappingReader {
  private MappingReader() {}

  /** An HttpApi event. Without path and method it is the default route. */
  static RouteDefinition route(String function, JsonNode properties) {
    String authorizer = Jsons.text(properties.path("Auth"), "Authorizer");
    return new RouteDefinition(
        properties.path("Method").asText("ANY").toUpperCase(Locale.ROOT),
        properties.path("Path").asText("$default"),
        function,
        authorizer);
  }

  /** A DynamoDB event or an event source mapping of a stream. */
  static StreamMapping stream(String function, JsonNode properties) {
    String arn = properties.path("Stream").asText(properties.path("EventSourceArn").asText());
    if (!arn.contains(":dynamodb:")) {
      throw new TemplateException(
          "Function "
              + function
              + " has the event source '"
              + arn
              + "'; only DynamoDB streams run locally.");
    }
    int age = properties.path("MaximumRecordAgeInSeconds").asInt(-1);
    return new StreamMapping(
        function,
        Names.tableOfStream(arn),
        !properties.path("StartingPosition").asText("LATEST").equals("LATEST"),
        properties.path("BatchSize").asInt(100),
        Duration.ofSeconds(properties.path("MaximumBatchingWindowInSeconds").asLong(0)),
        filters(function, properties.path("FilterCriteria").path("Filters")),
        texts(properties.path("FunctionResponseTypes")).contains("ReportBatchItemFailures"),
        properties.path("BisectBatchOnFunctionError").asBoolean(false),
        properties.path("MaximumRetryAttempts").asInt(-1),
        age < 0 ? null : Duration.ofSeconds(age),
        properties.path("ParallelizationFactor").asInt(1),
        onFailure(properties));
  }

  /** EventInvokeConfig of a function; a missing node gives what AWS does by itself. */
  static AsyncPolicy async(JsonNode config) {
    AsyncPolicy usual = AsyncPolicy.DEFAULT;
    return new AsyncPolicy(
        config.path("MaximumRetryAttempts").asInt(usual.maximumRetryAttempts()),
        Duration.ofSeconds(
            config.path("MaximumEventAgeInSeconds").asLong(usual.maximumEventAge().toSeconds())),
        onFailure(config));
  }

  private static @Nullable String onFailure(JsonNode properties) {
    JsonNode destination = properties.path("DestinationConfig").path("OnFailure");
    String arn = Jsons.text(destination, "Destination");
    if (arn != null && !arn.contains(":sqs:")) {
      throw new TemplateException(
          "'" + arn + "' is no queue; only queues are destinations locally.");
    }
    return arn;
  }

  private static List<JsonNode> filters(String function, JsonNode filters) {
    List<JsonNode> patterns = new ArrayList<>();
    for (JsonNode filter : filters) {
      JsonNode pattern = Jsons.parse(filter.path("Pattern").asText());
      if (pattern == null || !pattern.isObject()) {
        throw new TemplateException(
            "A FilterCriteria pattern of "
                + function
                + " is no JSON object: "
                + filter.path("Pattern"));
      }
      patterns.add(pattern);
    }
    return patterns;
  }

  static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(element -> texts.add(Objects.requireNonNull(element.asText())));
    return texts;
  }
}
