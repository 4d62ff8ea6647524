package dev.baton.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.json.Jsons;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the WebSocket API: an {@code AWS::ApiGatewayV2::Api} with its routes, integrations and
 * stage. A route leads to a function by an {@code AWS_PROXY} integration.
 */
final class SocketApiReader {
  private static final String KIND = "AWS::ApiGatewayV2::";
  private static final Pattern SELECTION =
      Pattern.compile("\\$(\\{?)request\\.body\\.([A-Za-z0-9_.-]+)}?");
  private static final Pattern FUNCTION =
      Pattern.compile("/functions/(?<function>[^/]+)/invocations$");

  private final Map<String, JsonNode> resources;
  private final References references;
  private final Resolver resolver;

  SocketApiReader(Map<String, JsonNode> resources, References references) {
    this.resources = resources;
    this.references = references;
    this.resolver = references.resolver();
  }

  /** The API, or null when the template has none. */
  @Nullable SocketApiDefinition read() {
    Map<String, JsonNode> apis = all("Api");
    apis.values().removeIf(api -> !api.path("ProtocolType").asText().equals("WEBSOCKET"));
    if (apis.isEmpty()) {
      return null;
    }
    if (apis.size() > 1) {
      throw new TemplateException(
          "The local stack serves one WebSocket API; the template has " + apis.keySet());
    }
    String name = apis.keySet().iterator().next();
    String id = references.ref(name).asText();
    return new SocketApiDefinition(
        id, stage(id), selection(apis.values().iterator().next()), routes(id));
  }

  private String stage(String api) {
    Map<String, JsonNode> stages = of(api, "Stage");
    if (stages.size() != 1) {
      throw new TemplateException(
          "The WebSocket API needs exactly one stage; it has " + stages.keySet());
    }
    return stages.values().iterator().next().path("StageName").asText();
  }

  private static List<String> selection(JsonNode api) {
    String expression = api.path("RouteSelectionExpression").asText();
    Matcher matcher = SELECTION.matcher(expression);
    if (!matcher.matches()) {
      throw new TemplateException(
          "RouteSelectionExpression '"
              + expression
              + "' must be $request.body.<member> to run locally.");
    }
    return List.of(matcher.group(2).split("\\."));
  }

  private Map<String, SocketRoute> routes(String api) {
    Map<String, SocketRoute> routes = new LinkedHashMap<>();
    of(api, "Route")
        .forEach((id, route) -> {
          String key = route.path("RouteKey").asText();
          if (!route.path("AuthorizationType").asText("NONE").equals("NONE")) {
            throw new TemplateException("Route " + id + ": authorizers of routes don't run here.");
          }
          boolean answers = route.has("RouteResponseSelectionExpression");
          routes.put(key, new SocketRoute(key, function(id, route), answers));
        });
    return routes;
  }

  private String function(String route, JsonNode properties) {
    String integration = Names.last(properties.path("Target").asText());
    JsonNode found = all("Integration").get(integration);
    if (found == null || !found.path("IntegrationType").asText().equals("AWS_PROXY")) {
      throw new TemplateException(
          "Route %s has the target '%s', which is no AWS_PROXY integration of the template."
              .formatted(route, integration));
    }
    String uri = found.path("IntegrationUri").asText();
    Matcher matcher = FUNCTION.matcher(uri);
    if (!matcher.find()) {
      throw new TemplateException("Integration " + integration + " calls no function: " + uri);
    }
    return Names.function(matcher.group("function"));
  }

  /** The resources of a kind that belong to an API. */
  private Map<String, JsonNode> of(String api, String kind) {
    Map<String, JsonNode> found = all(kind);
    found.values().removeIf(one -> !one.path("ApiId").asText().equals(api));
    return found;
  }

  /** The resolved properties of all resources of a kind, by logical id. */
  private Map<String, JsonNode> all(String kind) {
    Map<String, JsonNode> found = new LinkedHashMap<>();
    resources.forEach((id, resource) -> {
      if (resource.path("Type").asText().equals(KIND + kind)) {
        JsonNode properties = resource.path("Properties");
        found.put(id, properties.isMissingNode() ? Jsons.object() : resolver.resolve(properties));
      }
    });
    return found;
  }
}
