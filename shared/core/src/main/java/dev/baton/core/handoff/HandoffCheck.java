package dev.baton.core.handoff;

import dev.baton.core.command.HandoffDefinition;
import dev.baton.core.command.Protocol;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonBoolean;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import dev.baton.core.result.FieldError;
import dev.baton.core.schema.ShapeCheck;
import dev.baton.core.time.UtcText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Checks that the data of a command that hands off is what callers were promised. No problem tells
 * a token. Source: command specification, section 4.1.
 */
public final class HandoffCheck {
  /** The longest time for which a token may be accepted, in milliseconds. */
  public static final long LONGEST_LIFE = 15 * 60 * 1_000L;

  private static final int BACKOFF = 1_000;
  private static final Pattern ENDPOINT =
      Pattern.compile(
          "(?<scheme>[a-z]+)://(?<host>[A-Za-z0-9.-]+|\\[[0-9a-f:]+\\])(:[0-9]{1,5})?"
              + "(/[A-Za-z0-9._~/-]*)?\\?(?<query>.+)");
  private static final Pattern SOCKET_QUERY = Pattern.compile("session=(?<session>[A-Za-z0-9_-]+)");
  private static final Pattern STREAM_QUERY =
      Pattern.compile(
          "session_id=(?<session>[A-Za-z0-9_-]+)(&run_id=[A-Za-z0-9_-]+)?(&after=[0-9]{1,15})?");
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1\\]");

  private final HandoffDefinition definition;
  private final long now;
  private final List<FieldError> problems = new ArrayList<>();

  private HandoffCheck(HandoffDefinition definition, long now) {
    this.definition = definition;
    this.now = now;
  }

  /**
   * What is wrong with the data of such a command; empty when nothing is.
   *
   * @param now the time in milliseconds since 1970
   */
  public static List<FieldError> of(Json data, HandoffDefinition definition, long now) {
    List<FieldError> shape = ShapeCheck.of(data, HandoffShape.SHAPE);
    if (!shape.isEmpty() || !(data instanceof JsonObject result)) {
      return shape;
    }
    HandoffCheck check = new HandoffCheck(definition, now);
    check.look(result, part(result, "credentials"), part(result, "metadata"));
    return List.copyOf(check.problems);
  }

  private void look(JsonObject result, JsonObject credentials, JsonObject metadata) {
    String protocol = text(result, "protocol");
    Stream.concat(Stream.of(definition.protocol()), definition.alternatives().stream())
        .filter(known -> known.word().equals(protocol))
        .findFirst()
        .ifPresentOrElse(
            known -> endpoint(known, text(result, "endpoint"), credentials),
            () -> wrong("protocol", "is not one of the definition"));
    expiry(text(metadata, "expiresAt"));
    capabilities(metadata.array("capabilities"));
    if (text(metadata, "description").isBlank()) {
      wrong("metadata.description", "says nothing");
    }
    reconnect(part(metadata, "reconnect"));
    catchUp(part(metadata, "catchUp"));
  }

  private void endpoint(Protocol protocol, String endpoint, JsonObject credentials) {
    Matcher url = ENDPOINT.matcher(endpoint);
    if (endpoint.contains(text(credentials, "token"))) {
      wrong("endpoint", "contains the token");
    } else if (!url.matches()) {
      wrong("endpoint", "is no absolute URL with a query");
    } else if (!sessionOf(protocol, url.group("query")).equals(text(credentials, "sessionId"))) {
      wrong("endpoint", "names another session, or more than that");
    } else if (!isSchemeOf(protocol, url.group("scheme"), url.group("host"))) {
      wrong("endpoint", "must begin with " + protocol.scheme());
    }
  }

  private static String sessionOf(Protocol protocol, String text) {
    boolean streams = protocol == Protocol.SSE;
    Matcher query = (streams ? STREAM_QUERY : SOCKET_QUERY).matcher(text);
    return query.matches() ? query.group("session") : "";
  }

  private static boolean isSchemeOf(Protocol protocol, String scheme, String host) {
    return scheme.equals(protocol.scheme())
        || (scheme.equals(protocol.loopbackScheme()) && LOOPBACK.matcher(host).matches());
  }

  private void expiry(String expiresAt) {
    long until = Objects.requireNonNullElse(UtcText.read(expiresAt), 0L);
    if (until <= now) {
      wrong("metadata.expiresAt", "is not in the future");
    } else if (until - now > LONGEST_LIFE) {
      wrong("metadata.expiresAt", "is more than 15 minutes ahead");
    }
  }

  private void capabilities(List<Json> capabilities) {
    List<String> names =
        capabilities.stream()
            .map(each -> each instanceof JsonText(String name) ? name : "")
            .toList();
    if (!definition.capabilities().containsAll(names)) {
      wrong("metadata.capabilities", "are not all of the definition");
    } else if (new HashSet<>(names).size() != names.size()) {
      wrong("metadata.capabilities", "name one twice");
    }
  }

  private void reconnect(JsonObject reconnect) {
    boolean possible = number(reconnect, "maxAttempts") > 0 && definition.resumable();
    if (possible != JsonBoolean.TRUE.equals(reconnect.get("allowed"))) {
      wrong("metadata.reconnect.allowed", "does not follow from the attempts that are left");
    }
    if (number(reconnect, "backoffMs") != BACKOFF) {
      wrong("metadata.reconnect.backoffMs", "must be " + BACKOFF);
    }
  }

  private void catchUp(JsonObject catchUp) {
    long lastSeq = number(catchUp, "lastSeq");
    if ((lastSeq > 0) != catchUp.has("lastMessageId")) {
      wrong("metadata.catchUp.lastSeq", "and lastMessageId do not fit each other");
    }
    if (number(catchUp, "missed") > lastSeq) {
      wrong("metadata.catchUp.missed", "is more than there are");
    }
  }

  private void wrong(String path, String message) {
    problems.add(new FieldError(path, message, "invalid_value", null));
  }

  private static JsonObject part(JsonObject object, String name) {
    return Objects.requireNonNullElse(object.object(name), JsonObject.EMPTY);
  }

  private static String text(JsonObject object, String name) {
    return Objects.requireNonNullElse(object.text(name), "");
  }

  private static long number(JsonObject object, String name) {
    return object.get(name) instanceof JsonNumber(String literal) ? Long.parseLong(literal) : 0;
  }
}
