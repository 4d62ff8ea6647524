package dev.baton.shell.socket;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonBoolean;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What API Gateway tells a function of a WebSocket connection. Source: API Gateway developer guide,
 * "WebSocket API mapping template reference" and its sample events.
 *
 * @param routeKey the route that was chosen, such as {@code $connect} or {@code chat-send}
 * @param connectionId the connection
 * @param connectedAt when it was opened, milliseconds since 1970
 * @param requestId the id of this event
 * @param sourceIp the client's address
 * @param userAgent what the client says it is; empty when it says nothing
 * @param headers headers of the upgrade by lower-case name; empty for frames
 * @param query parameters of the upgrade, decoded; empty for frames
 * @param body the frame's text; empty when there is none
 * @param binary whether the frame was binary
 */
public record SocketEvent(
    String routeKey,
    String connectionId,
    long connectedAt,
    String requestId,
    String sourceIp,
    String userAgent,
    Map<String, String> headers,
    Map<String, String> query,
    String body,
    boolean binary) {

  /** Keeps copies. */
  public SocketEvent {
    headers = Map.copyOf(headers);
    query = Map.copyOf(query);
  }

  /**
   * Reads an event.
   *
   * @throws IllegalArgumentException when it is none of a WebSocket API
   */
  public static SocketEvent of(Json event) {
    if (!(event instanceof JsonObject object)
        || !(object.object("requestContext") instanceof JsonObject context)) {
      throw new IllegalArgumentException("The event has no request context.");
    }
    JsonObject identity = context.object("identity");
    boolean binary = JsonBoolean.TRUE.equals(object.get("isBase64Encoded"));
    return new SocketEvent(
        required(context, "routeKey"),
        required(context, "connectionId"),
        context.get("connectedAt") instanceof JsonNumber(String digits)
            ? Long.parseLong(digits)
            : 0,
        text(context, "requestId"),
        identity == null ? "" : text(identity, "sourceIp"),
        identity == null ? "" : text(identity, "userAgent"),
        texts(object.object("headers"), true),
        texts(object.object("queryStringParameters"), false),
        binary ? "" : text(object, "body"),
        binary);
  }

  /** A header of the upgrade, or null. */
  public @Nullable String header(String name) {
    return headers.get(name.toLowerCase(Locale.ROOT));
  }

  /** How many bytes the frame's text has. */
  public int size() {
    return body.getBytes(UTF_8).length;
  }

  private static String required(JsonObject object, String name) {
    String value = object.text(name);
    if (value == null) {
      throw new IllegalArgumentException("The event has no " + name + ".");
    }
    return value;
  }

  private static String text(JsonObject object, String name) {
    String value = object.text(name);
    return value == null ? "" : value;
  }

  private static Map<String, String> texts(@Nullable JsonObject object, boolean lowerCase) {
    Map<String, String> texts = new TreeMap<>();
    if (object != null) {
      for (JsonObject.Member member : object.members()) {
        if (member.value() instanceof JsonText(String value)) {
          String name = member.name();
          texts.put(lowerCase ? name.toLowerCase(Locale.ROOT) : name, value);
        }
      }
    }
    return texts;
  }
}
