package dev.baton.local.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.json.Jsons;
import dev.baton.local.template.AwsPlace;
import dev.baton.local.template.HttpApiDefinition;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the events that functions and authorizers get: payload format 2.0.
 *
 * <p>Source: Amazon API Gateway developer guide, "Create AWS Lambda proxy integrations for HTTP
 * APIs" and "Control access to HTTP APIs with AWS Lambda authorizers".
 *
 * @param api the API that is called
 * @param domain host and port of the API, whatever host a caller named
 * @param place account and region of its ARN
 */
record RequestEvent(HttpApiDefinition api, String domain, AwsPlace place) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/uuuu:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /**
   * A request under way.
   *
   * @param call the request
   * @param match its route
   * @param requestId id that API Gateway gives it
   * @param time when it came
   */
  record Arrived(HttpCall call, RouteTable.Match match, String requestId, Instant time) {}

  /** The event for the function of a route. */
  ObjectNode forFunction(Arrived arrived, @Nullable JsonNode authorizerContext) {
    HttpCall call = arrived.call();
    ObjectNode event = Jsons.object().put("version", "2.0");
    fill(event, arrived, authorizerContext);
    if (call.body().length > 0) {
      String text = TextBodies.text(call.body(), call.header("content-type"));
      event.put("body", text == null ? Base64.getEncoder().encodeToString(call.body()) : text);
      event.put("isBase64Encoded", text == null);
    } else {
      event.put("isBase64Encoded", false);
    }
    return event;
  }

  /** The event for the authorizer of a route. */
  ObjectNode forAuthorizer(Arrived arrived, List<String> identity) {
    HttpCall call = arrived.call();
    String resource = "/" + api.stage() + "/" + call.method() + call.path();
    ObjectNode event =
        Jsons.object()
            .put("version", "2.0")
            .put("type", "REQUEST")
            .put("routeArn", place.arn("execute-api", api.id() + resource));
    identity.forEach(event.putArray("identitySource")::add);
    fill(event, arrived, null);
    return event;
  }

  private void fill(ObjectNode event, Arrived arrived, @Nullable JsonNode authorizerContext) {
    HttpCall call = arrived.call();
    event
        .put("routeKey", arrived.match().route().key())
        .put("rawPath", call.path())
        .put("rawQueryString", call.query());
    cookies(event, call);
    headers(event, call);
    texts(event, "queryStringParameters", query(call.query()));
    event.set("requestContext", context(arrived, authorizerContext));
    texts(event, "pathParameters", arrived.match().variables());
  }

  private static void cookies(ObjectNode event, HttpCall call) {
    List<String> lines = call.headers().getOrDefault("cookie", List.of());
    if (!lines.isEmpty()) {
      var cookies = event.putArray("cookies");
      lines.forEach(line -> List.of(line.split(";\\s*")).forEach(cookies::add));
    }
  }

  private static void headers(ObjectNode event, HttpCall call) {
    ObjectNode headers = event.putObject("headers");
    call.headers()
        .forEach((name, values) -> {
          if (!name.equals("cookie")) {
            headers.put(name, String.join(",", values));
          }
        });
  }

  private ObjectNode context(Arrived arrived, @Nullable JsonNode authorizerContext) {
    HttpCall call = arrived.call();
    ObjectNode context = Jsons.object().put("accountId", place.account()).put("apiId", api.id());
    if (authorizerContext != null) {
      context.putObject("authorizer").set("lambda", authorizerContext);
    }
    context.put("domainName", domain).put("domainPrefix", domain.replaceAll("[.:].*$", ""));
    context
        .putObject("http")
        .put("method", call.method())
        .put("path", call.path())
        .put("protocol", call.protocol())
        .put("sourceIp", call.sourceIp())
        .put("userAgent", call.headers().getOrDefault("user-agent", List.of("")).getFirst());
    return context
        .put("requestId", arrived.requestId())
        .put("routeKey", arrived.match().route().key())
        .put("stage", api.stage())
        .put("time", TIME.format(arrived.time()))
        .put("timeEpoch", arrived.time().toEpochMilli());
  }

  private static void texts(ObjectNode event, String name, Map<String, String> texts) {
    if (!texts.isEmpty()) {
      ObjectNode object = event.putObject(name);
      texts.forEach(object::put);
    }
  }

  private static Map<String, String> query(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&")) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
        parameters.merge(name, value, (first, next) -> first + "," + next);
      }
    }
    return parameters;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException undecodable) {
      return text;
    }
  }
}
