package dev.baton.shell.lambda;

import dev.baton.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A response of a function behind the HTTP API.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param body the body as text
 */
public record HttpResponse(int status, Map<String, String> headers, String body) {
  private static final String JSON = "application/json; charset=utf-8";

  /** A JSON answer with the headers that every answer of Baton carries. */
  public static HttpResponse json(int status, String body) {
    return new HttpResponse(status, standardHeaders(JSON), body);
  }

  /** A plain text answer. */
  public static HttpResponse text(int status, String body) {
    return new HttpResponse(status, standardHeaders("text/plain; charset=utf-8"), body);
  }

  /** The same response with one more header. */
  public HttpResponse with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new HttpResponse(status, more, body);
  }

  /** The payload 2.0 form of this response. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("statusCode", status)
        .put("headers", textMembers())
        .put("body", body)
        .put("isBase64Encoded", false)
        .build();
  }

  private JsonObject textMembers() {
    JsonObject.Builder members = JsonObject.builder();
    headers.forEach(members::put);
    return members.build();
  }

  private static Map<String, String> standardHeaders(String contentType) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", contentType);
    headers.put("Cache-Control", "no-store");
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Vary", "Origin");
    return headers;
  }
}
