package dev.baton.local.model.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What the real API refuses with 400 {@code invalid_request_error}: see the streaming
 * specification, section 9, and the public reference of the Messages API.
 */
public final class RequestRules {
  private static final int MOST_CACHE_MARKERS = 4;
  private static final int LEAST_THINKING = 1024;

  private RequestRules() {}

  /** The first rule that the request breaks. */
  public static Optional<String> violation(ObjectNode body) {
    try {
      checkHead(body);
      ToolRules.check(body.path("tools"));
      HistoryRules.check(body.path("messages"));
      return Optional.empty();
    } catch (Violation violation) {
      return Optional.of(String.valueOf(violation.getMessage()));
    }
  }

  private static void checkHead(ObjectNode body) {
    if (!body.path("model").isTextual() || body.path("model").asText().isEmpty()) {
      throw new Violation("model", "field required");
    }
    checkMaxTokens(body);
    checkSystem(body.path("system"));
    if (cacheMarkers(body) > MOST_CACHE_MARKERS) {
      throw new Violation("cache_control", "at most " + MOST_CACHE_MARKERS + " blocks may have it");
    }
  }

  private static void checkMaxTokens(ObjectNode body) {
    JsonNode maximum = body.path("max_tokens");
    if (maximum.isMissingNode()) {
      throw new Violation("max_tokens", "field required");
    }
    if (!maximum.isIntegralNumber() || maximum.asLong() < 1) {
      throw new Violation("max_tokens", "must be a whole number from 1");
    }
    JsonNode thinking = body.path("thinking");
    if (thinking.path("type").asText().equals("enabled")) {
      long budget = thinking.path("budget_tokens").asLong();
      if (budget < LEAST_THINKING || budget >= maximum.asLong()) {
        throw new Violation(
            "thinking.budget_tokens",
            "must be at least " + LEAST_THINKING + " and less than max_tokens");
      }
    }
  }

  private static void checkSystem(JsonNode system) {
    int place = 0;
    for (JsonNode block : system) {
      TextRules.check("system." + place++, block);
    }
  }

  private static int cacheMarkers(JsonNode tree) {
    int markers = tree.has("cache_control") && tree.has("type") ? 1 : 0;
    markers += tree.has("cache_control") && tree.has("input_schema") && !tree.has("type") ? 1 : 0;
    for (JsonNode part : tree) {
      markers += cacheMarkers(part);
    }
    return markers;
  }
}
