package dev.baton.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.json.Jsons;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the HTTP API: the one {@code AWS::Serverless::HttpApi}, or SAM's implicit one with its
 * globals.
 */
final class ApiReader {
  private static final String HEADER_SOURCE = "$request.header.";

  private final JsonNode globals;
  private final Resolver resolver;

  ApiReader(JsonNode globals, Resolver resolver) {
    this.globals = resolver.resolve(globals);
    this.resolver = resolver;
  }

  HttpApiDefinition read(Map<String, JsonNode> resources, List<RouteDefinition> routes) {
    List<String> apis =
        resources.entrySet().stream()
            .filter(r -> r.getValue().path("Type").asText().equals("AWS::Serverless::HttpApi"))
            .map(Map.Entry::getKey)
            .toList();
    if (apis.size() > 1) {
      throw new TemplateException("The local stack serves one HTTP API; the template has " + apis);
    }
    String id = apis.isEmpty() ? "ServerlessHttpApi" : apis.getFirst();
    JsonNode own = resources.getOrDefault(id, Jsons.object()).path("Properties");
    JsonNode properties = resolver.resolve(own.isMissingNode() ? Jsons.object() : own);
    JsonNode auth = first(properties.path("Auth"), globals.path("Auth"));
    Map<String, AuthorizerDefinition> authorizers = authorizers(auth.path("Authorizers"));
    String usual = Jsons.text(auth, "DefaultAuthorizer");
    return new HttpApiDefinition(
        id.toLowerCase(Locale.ROOT),
        properties.path("StageName").asText("$default"),
        routes.stream().map(route -> withAuthorizer(route, usual, authorizers)).toList(),
        authorizers,
        cors(first(properties.path("CorsConfiguration"), globals.path("CorsConfiguration"))));
  }

  private static RouteDefinition withAuthorizer(
      RouteDefinition route,
      @Nullable String usual,
      Map<String, AuthorizerDefinition> authorizers) {
    String own = route.authorizer();
    String name = own == null ? usual : own;
    if (name == null || name.equals("NONE")) {
      return new RouteDefinition(route.method(), route.path(), route.functionName(), null);
    }
    if (!authorizers.containsKey(name)) {
      throw new TemplateException(
          "Route "
              + route.key()
              + " names the authorizer "
              + name
              + ", which the API does not have.");
    }
    return new RouteDefinition(route.method(), route.path(), route.functionName(), name);
  }

  private Map<String, AuthorizerDefinition> authorizers(JsonNode authorizers) {
    Map<String, AuthorizerDefinition> result = new LinkedHashMap<>();
    authorizers
        .properties()
        .forEach(a -> result.put(a.getKey(), authorizer(a.getKey(), a.getValue())));
    return result;
  }

  private AuthorizerDefinition authorizer(String name, JsonNode properties) {
    String arn = Jsons.text(properties, "FunctionArn");
    if (arn == null) {
      throw new TemplateException(
          "Authorizer " + name + " has no FunctionArn; only Lambda authorizers run locally.");
    }
    if (!properties.path("AuthorizerPayloadFormatVersion").asText().startsWith("2")
        || !properties.path("EnableSimpleResponses").asBoolean(false)) {
      throw new TemplateException(
          "Authorizer "
              + name
              + " must have payload format 2.0 and simple responses to run locally.");
    }
    JsonNode identity = properties.path("Identity");
    Stream<String> headers = MappingReader.texts(identity.path("Headers")).stream();
    return new AuthorizerDefinition(
        name,
        Names.function(arn),
        headers.map(ApiReader::headerName).toList(),
        Duration.ofSeconds(identity.path("ReauthorizeEvery").asLong(0)));
  }

  private static String headerName(String source) {
    String name =
        source.startsWith(HEADER_SOURCE) ? source.substring(HEADER_SOURCE.length()) : source;
    return name.toLowerCase(Locale.ROOT);
  }

  private static @Nullable CorsDefinition cors(JsonNode cors) {
    if (cors.isBoolean() || cors.isTextual()) {
      List<String> all = List.of("*");
      return cors.asBoolean() ? new CorsDefinition(all, all, all, List.of(), false, 0) : null;
    }
    return UrlReader.cors(cors);
  }

  private static JsonNode first(JsonNode own, JsonNode global) {
    return own.isMissingNode() ? global : own;
  }
}
