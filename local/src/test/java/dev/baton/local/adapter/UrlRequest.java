package dev.baton.local.adapter;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.json.Jsons;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to a Function URL as Lambda brings it. Source: AWS Lambda developer guide, "Invoking
 * Lambda function URLs", payload format 2.0.
 *
 * @param method GET or POST
 * @param target path and query
 * @param cookies as {@code name=value}
 * @param body text, which Lambda brings as it is; null for none
 * @param timeout what the invocation has
 */
public record UrlRequest(
    String method,
    String target,
    Map<String, String> headers,
    List<String> cookies,
    @Nullable String body,
    Duration timeout) {
  private static final Duration USUAL = Duration.ofSeconds(60);

  /** A GET with a minute to spare. */
  public static UrlRequest get(String target, Map<String, String> headers) {
    return new UrlRequest("GET", target, headers, List.of(), null, USUAL);
  }

  /** The same as a POST of JSON. */
  public static UrlRequest post(String target, Map<String, String> headers, String json) {
    Map<String, String> all = new HashMap<>(headers);
    all.put("content-type", "application/json");
    return new UrlRequest("POST", target, all, List.of(), json, USUAL);
  }

  /** The same with these cookies. */
  public UrlRequest withCookies(String... other) {
    return new UrlRequest(method, target, headers, List.of(other), body, timeout);
  }

  /** The same with another timeout. */
  public UrlRequest within(Duration other) {
    return new UrlRequest(method, target, headers, cookies, body, other);
  }

  /** The event that an invocation has. */
  public ObjectNode event() {
    String[] parts = target.split("\\?", 2);
    ObjectNode event =
        Jsons.object()
            .put("version", "2.0")
            .put("routeKey", "$default")
            .put("rawPath", parts[0])
            .put("rawQueryString", parts.length < 2 ? "" : parts[1])
            .put("isBase64Encoded", false);
    if (body != null) {
      event.put("body", body);
    }
    if (!cookies.isEmpty()) {
      ArrayNode all = event.putArray("cookies");
      cookies.forEach(all::add);
    }
    ObjectNode all = event.putObject("headers").put("host", "toy.lambda-url.example.org");
    headers.forEach(all::put);
    ObjectNode context =
        event
            .putObject("requestContext")
            .put("accountId", "anonymous")
            .put("apiId", "toy")
            .put("domainName", "toy.lambda-url.example.org")
            .put("domainPrefix", "toy")
            .put("requestId", "r-1")
            .put("routeKey", "$default")
            .put("stage", "$default")
            .put("time", "30/Nov/2026:00:00:00 +0000")
            .put("timeEpoch", 1_795_996_800_000L);
    context
        .putObject("http")
        .put("method", method)
        .put("path", parts[0])
        .put("protocol", "HTTP/1.1")
        .put("sourceIp", "192.0.2.1")
        .put("userAgent", "test");
    return event;
  }
}
