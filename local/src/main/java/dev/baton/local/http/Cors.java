package dev.baton.local.http;

import dev.baton.local.template.CorsDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * CORS as API Gateway does it once it is configured: it answers preflights itself and replaces the
 * CORS headers of functions.
 *
 * <p>Source: Amazon API Gateway developer guide, "Configure CORS for HTTP APIs".
 */
final class Cors {
  private static final String PREFIX = "access-control-";

  private final @Nullable CorsDefinition rules;

  Cors(@Nullable CorsDefinition rules) {
    this.rules = rules;
  }

  /** The answer to a preflight, or null when the request is none. */
  @Nullable HttpReply preflight(HttpCall call) {
    if (rules == null || !isPreflight(call)) {
      return null;
    }
    Map<String, String> headers = originHeaders(call);
    if (!headers.isEmpty()) {
      putList(headers, "access-control-allow-methods", rules.allowMethods());
      putList(headers, "access-control-allow-headers", rules.allowHeaders());
      putList(headers, "access-control-expose-headers", rules.exposeHeaders());
      if (rules.maxAgeSeconds() > 0) {
        headers.put("access-control-max-age", Integer.toString(rules.maxAgeSeconds()));
      }
    }
    return new HttpReply(204, List.of(), new byte[0]).with(headers);
  }

  private static boolean isPreflight(HttpCall call) {
    return call.method().equals("OPTIONS")
        && call.header("origin") != null
        && call.header("access-control-request-method") != null;
  }

  /** The reply with the CORS headers that the caller's origin gets. */
  HttpReply apply(HttpCall call, HttpReply reply) {
    if (rules == null) {
      return reply;
    }
    Map<String, String> headers = originHeaders(call);
    if (!headers.isEmpty()) {
      putList(headers, "access-control-expose-headers", rules.exposeHeaders());
    }
    return withoutCors(reply).with(headers);
  }

  /** Once CORS is configured, what a function says about it is dropped. */
  private static HttpReply withoutCors(HttpReply reply) {
    List<Map.Entry<String, String>> kept = new ArrayList<>(reply.headers());
    kept.removeIf(header -> header.getKey().toLowerCase(Locale.ROOT).startsWith(PREFIX));
    return new HttpReply(reply.status(), kept, reply.body());
  }

  private Map<String, String> originHeaders(HttpCall call) {
    Map<String, String> headers = new LinkedHashMap<>();
    String origin = call.header("origin");
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
