package dev.baton.local.http;

import dev.baton.local.template.CorsDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * CORS as API Gateway and Lambda's Function URLs do it once it is configured: they answer
 * preflights themselves and replace the CORS headers of functions.
 *
 * <p>Source: Amazon API Gateway developer guide, "Configure CORS for HTTP APIs"; AWS Lambda
 * developer guide, "Cross-origin resource sharing (CORS)".
 */
public final class Cors {
  private static final String PREFIX = "access-control-";

  private final @Nullable CorsDefinition rules;

  /** CORS by these rules; without rules nothing is done at all. */
  public Cors(@Nullable CorsDefinition rules) {
    this.rules = rules;
  }

  /** The answer to a preflight, or null when the request is none. */
  @Nullable HttpReply preflight(HttpCall call) {
    Map<String, String> headers = preflight(call.method(), call::header);
    return headers == null ? null : new HttpReply(204, List.of(), new byte[0]).with(headers);
  }

  /**
   * The headers of the answer to a preflight, or null when the request is none.
   *
   * @param method method in capitals
   * @param header finds a header of the request by its name in lower case
   */
  public @Nullable Map<String, String> preflight(
      String method, Function<String, @Nullable String> header) {
    String origin = header.apply("origin");
    if (rules == null
        || origin == null
        || !method.equals("OPTIONS")
        || header.apply("access-control-request-method") == null) {
      return null;
    }
    Map<String, String> headers = originHeaders(origin);
    if (!headers.isEmpty()) {
      putList(headers, "access-control-allow-methods", rules.allowMethods());
      putList(headers, "access-control-allow-headers", rules.allowHeaders());
      putList(headers, "access-control-expose-headers", rules.exposeHeaders());
      if (rules.maxAgeSeconds() > 0) {
        headers.put("access-control-max-age", Integer.toString(rules.maxAgeSeconds()));
      }
    }
    return headers;
  }

  /** The reply with the CORS headers that the caller's origin gets. */
  HttpReply apply(HttpCall call, HttpReply reply) {
    List<Map.Entry<String, String>> kept = new ArrayList<>(reply.headers());
    kept.removeIf(header -> replaces(header.getKey().toLowerCase(Locale.ROOT)));
    return new HttpReply(reply.status(), kept, reply.body()).with(headers(call.header("origin")));
  }

  /** Once CORS is configured, what a function says about it is dropped. */
  public boolean replaces(String lowerCaseName) {
    return rules != null && lowerCaseName.startsWith(PREFIX);
  }

  /** The headers of a response to an origin, or to a caller that names none. */
  public Map<String, String> headers(@Nullable String origin) {
    Map<String, String> headers = originHeaders(origin);
    if (rules != null && !headers.isEmpty()) {
      putList(headers, "access-control-expose-headers", rules.exposeHeaders());
    }
    return headers;
  }

  private Map<String, String> originHeaders(@Nullable String origin) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (rules == null || origin == null) {
      return headers;
    }
    if (rules.allowOrigins().contains("*")) {
      headers.put("access-control-allow-origin", "*");
    } else if (rules.allowOrigins().contains(origin)) {
      headers.put("access-control-allow-origin", origin);
      headers.put("vary", "origin");
    }
    if (!headers.isEmpty() && rules.allowCredentials()) {
      headers.put("access-control-allow-credentials", "true");
    }
    return headers;
  }

  private static void putList(Map<String, String> headers, String name, List<String> values) {
    if (!values.isEmpty()) {
      headers.put(name, String.join(",", values));
    }
  }
}
