package dev.baton.local.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.template.FunctionDefinition;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The request that the adapter makes of an event.
 *
 * @param method method in capitals
 * @param target path and query as the client sent them
 * @param headers names in lower case
 * @param body the body
 */
record InnerRequest(String method, String target, Map<String, String> headers, byte[] body) {
  private static final Set<String> OF_THE_CONNECTION =
      Set.of("connection", "content-length", "expect", "keep-alive", "te", "transfer-encoding");

  static InnerRequest of(FunctionDefinition function, Invocation invocation) {
    JsonNode event = invocation.event();
    byte[] body = body(event);
    Map<String, String> headers = headers(event);
    headers.putAll(ContextHeaders.of(function, invocation));
    headers.put("content-length", Integer.toString(body.length));
    String query = event.path("rawQueryString").asText("");
    return new InnerRequest(
        event.path("requestContext").path("http").path("method").asText("GET"),
        event.path("rawPath").asText("/") + (query.isEmpty() ? "" : "?" + query),
        headers,
        body);
  }

  private static Map<String, String> headers(JsonNode event) {
    Map<String, String> headers = new LinkedHashMap<>();
    event
        .path("headers")
        .properties()
        .forEach(header ->
            headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue().asText()));
    headers.keySet().removeAll(OF_THE_CONNECTION);
    headers.putIfAbsent("host", event.path("requestContext").path("domainName").asText("local"));
    List<String> cookies = new ArrayList<>();
    event.path("cookies").forEach(cookie -> cookies.add(cookie.asText()));
    if (!cookies.isEmpty()) {
      headers.put("cookie", String.join(";", cookies));
    }
    return headers;
  }

  private static byte[] body(JsonNode event) {
    String body = event.path("body").asText("");
    return event.path("isBase64Encoded").asBoolean(false)
        ? Base64.getDecoder().decode(body)
        : body.getBytes(StandardCharsets.UTF_8);
  }

  /** As HTTP/1.1 writes it; texts of headers came as bytes and go as the same bytes. */
  byte[] bytes() {
    StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
    headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    byte[] first = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = new byte[first.length + body.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(body, 0, all, first.length, body.length);
    return all;
  }
}
