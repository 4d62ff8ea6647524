package dev.baton.local.adapter;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.json.Jsons;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A GET of a Function URL as Lambda brings it. Source: AWS Lambda developer guide, "Invoking Lambda
 * function URLs", payload format 2.0.
 *
 * @param target path and query
 * @param cookies as {@code name=value}
 * @param timeout what the invocation has
 */
public record UrlRequest(
    String target, Map<String, String> headers, List<String> cookies, Duration timeout) {
  private static final Duration USUAL = Duration.ofSeconds(60);

  /** A request with a minute to spare. */
  public static UrlRequest get(String target, Map<String, String> headers) {
    return new UrlRequest(target, headers, List.of(), USUAL);
  }

  /** The same with these cookies. */
  public UrlRequest withCookies(String... other) {
    return new UrlRequest(target, headers, List.of(other), timeout);
  }

  /** The same with another timeout. */
  public UrlRequest within(Duration other) {
    return new UrlRequest(target, headers, cookies, other);
  }

  ObjectNode event() {
    String[] parts = target.split("\\?", 2);
    ObjectNode event =
        Jsons.object()
            .put("version", "2.0")
            .put("routeKey", "$default")
            .put("rawPath", parts[0])
            .put("rawQueryString", parts.length < 2 ? "" : parts[1])
            .put("isBase64Encoded", false);
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
        .put("method", "GET")
        .put("path", parts[0])
        .put("protocol", "HTTP/1.1")
        .put("sourceIp", "192.0.2.1")
        .put("userAgent", "test");
    return event;
  }
}
