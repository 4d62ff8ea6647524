package dev.baton.shell.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as the HTTP API hands it to a function. Source: API Gateway developer guide, "Lambda
 * proxy integrations for HTTP APIs", payload format 2.0.
 *
 * @param method the HTTP method in capitals
 * @param path the path with its stage, as sent
 * @param headers the headers, names in lower case, several values joined by commas
 * @param query the query parameters, decoded; several values of a name joined by commas
 * @param body the body's bytes; empty when there was none
 * @param authorizer what the authorizer found out about the caller; empty without one
 * @param domain the host name under which the API was called
 * @param sourceIp the address of the caller
 */
// The bytes are read once and never compared; a copy of a body of a megabyte would cost more than
// it protects.
@SuppressWarnings("ArrayRecordComponent")
public record HttpRequest(
    String method,
    String path,
    Map<String, String> headers,
    Map<String, String> query,
    byte[] body,
    Map<String, String> authorizer,
    String domain,
    String sourceIp) {

  /** The request of a payload 2.0 event; what the event lacks is empty. */
  public static HttpRequest of(JsonObject event) {
    JsonObject context = objectIn(event, "requestContext");
    JsonObject http = objectIn(context, "http");
    return new HttpRequest(
        textIn(http, "method"),
        textIn(event, "rawPath"),
        lowerCased(texts(objectIn(event, "headers"))),
        texts(objectIn(event, "queryStringParameters")),
        bytes(event),
        texts(objectIn(objectIn(context, "authorizer"), "lambda")),
        textIn(context, "domainName"),
        textIn(http, "sourceIp"));
  }

  /** The same request with other headers. */
  public HttpRequest withHeaders(Map<String, String> others) {
    return new HttpRequest(method, path, others, query, body, authorizer, domain, sourceIp);
  }

  /** The same request with another body. */
  public HttpRequest withBody(byte[] other) {
    return new HttpRequest(method, path, headers, query, other, authorizer, domain, sourceIp);
  }

  /** The same request of a caller of whom an authorizer found out this. */
  public HttpRequest withAuthorizer(Map<String, String> found) {
    return new HttpRequest(method, path, headers, query, body, found, domain, sourceIp);
  }

  /** The value of a header by its name in lower case, or null. */
  public @Nullable String header(String name) {
    return headers.get(name);
  }

  private static String textIn(JsonObject parent, String name) {
    String text = parent.text(name);
    return text == null ? "" : text;
  }

  private static byte[] bytes(JsonObject event) {
    String body = event.text("body");
    if (body == null) {
      return new byte[0];
    }
    boolean encoded = Json.of(true).equals(event.get("isBase64Encoded"));
    return encoded ? Base64.getDecoder().decode(body) : body.getBytes(UTF_8);
  }

  private static JsonObject objectIn(JsonObject parent, String name) {
    JsonObject child = parent.object(name);
    return child == null ? JsonObject.EMPTY : child;
  }

  private static Map<String, String> texts(JsonObject object) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (JsonObject.Member member : object.members()) {
      if (member.value() instanceof JsonText(String value)) {
        texts.put(member.name(), value);
      }
    }
    return texts;
  }

  private static Map<String, String> lowerCased(Map<String, String> headers) {
    Map<String, String> lower = new LinkedHashMap<>();
    headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    return lower;
  }
}
