package dev.baton.local.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.json.Jsons;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request of an AWS SDK.
 *
 * @param method HTTP method in capitals
 * @param path the segments of the path, decoded, without empty ones
 * @param query first value of each query parameter, decoded
 * @param headers first value of each header, names in lower case
 * @param body the body, empty when there is none
 */
public record AwsCall(
    String method,
    List<String> path,
    Map<String, String> query,
    Map<String, String> headers,
    byte[] body) {

  /**
   * The operation of a JSON protocol: the part of {@code X-Amz-Target} after the dot; empty when
   * there is none.
   */
  public String operation() {
    String target = headers.getOrDefault("x-amz-target", "");
    return target.substring(target.indexOf('.') + 1);
  }

  /** A header, or null. */
  public @Nullable String header(String lowerCaseName) {
    return headers.get(lowerCaseName);
  }

  /**
   * The body as a JSON object; an empty body is an empty object.
   *
   * @throws AwsFault SerializationException when it is something else
   */
  public ObjectNode json() {
    if (body.length == 0) {
      return Jsons.object();
    }
    JsonNode node = Jsons.parse(body);
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw new AwsFault(400, "SerializationException", "The body is not a JSON object.");
  }
}
