package dev.baton.local.url;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.json.Jsons;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;

/**
 * Makes the event of a request to a Function URL: payload format 2.0.
 *
 * <p>Source: AWS Lambda developer guide, "Invoking Lambda function URLs".
 */
final class UrlEvent {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/uuuu:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final String domain;

  /**
   * Events of a URL.
   *
   * @param domain host and port of the URL, whatever host a caller named
   */
  UrlEvent(String domain) {
    this.domain = domain;
  }

  ObjectNode of(Request request, byte[] body, Instant time) {
    String query = request.getHttpURI().getQuery();
    Map<String, String> headers = headers(request);
    ObjectNode event =
        Jsons.object()
            .put("version", "2.0")
            .put("routeKey", "$default")
            .put("rawPath", path(request))
            .put("rawQueryString", query == null ? "" : query);
    String cookies = headers.remove("cookie");
    if (cookies != null) {
      List.of(cookies.split(";\\s*")).forEach(event.putArray("cookies")::add);
    }
    event.set("headers", Jsons.tree(headers));
    event.set("requestContext", context(request, headers.getOrDefault("user-agent", ""), time));
    return event.put("body", Base64.getEncoder().encodeToString(body)).put("isBase64Encoded", true);
  }

  private Map<String, String> headers(Request request) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (HttpField field : request.getHeaders()) {
      String name = field.getLowerCaseName();
      String separator = name.equals("cookie") ? "; " : ",";
      headers.merge(name, field.getValue(), (first, next) -> first + separator + next);
    }
    headers.put("host", domain);
    headers.put("x-forwarded-for", Request.getRemoteAddr(request));
    headers.put("x-forwarded-port", Integer.toString(Request.getServerPort(request)));
    headers.put("x-forwarded-proto", "http");
    headers.putIfAbsent("x-amzn-trace-id", trace());
    return headers;
  }

  private static String trace() {
    String id = UUID.randomUUID().toString().replace("-", "");
    return "Root=1-%08x-%s".formatted(Instant.now().getEpochSecond(), id.substring(8));
  }

  private ObjectNode context(Request request, String userAgent, Instant time) {
    ObjectNode context =
        Jsons.object()
            .put("accountId", "anonymous")
            .put("apiId", "local")
            .put("domainName", domain)
            .put("domainPrefix", domain.replaceAll("[.:].*$", ""));
    context
        .putObject("http")
        .put("method", request.getMethod())
        .put("path", path(request))
        .put("protocol", request.getConnectionMetaData().getProtocol())
        .put("sourceIp", Request.getRemoteAddr(request))
        .put("userAgent", userAgent);
    return context
        .put("requestId", UUID.randomUUID().toString())
        .put("routeKey", "$default")
        .put("stage", "$default")
        .put("time", TIME.format(time))
        .put("timeEpoch", time.toEpochMilli());
  }

  private static String path(Request request) {
    String path = request.getHttpURI().getPath();
    return path == null ? "/" : path;
  }
}
