package dev.baton.local.websocket;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.json.Jsons;
import dev.baton.local.template.SocketApiDefinition;
import dev.baton.local.template.SocketRoute;
import org.jspecify.annotations.Nullable;

/**
 * Finds the route of a message by the selection expression; {@code $default} takes what no other
 * route takes, and everything that is not JSON.
 *
 * @param api the API with its routes
 */
record RouteSelection(SocketApiDefinition api) {

  /** The route, or null when there is none and no default either. */
  @Nullable SocketRoute of(SocketMessage message) {
    String key = message.base64() ? "" : key(Jsons.parse(message.body()));
    SocketRoute route = key.startsWith("$") ? null : api.routes().get(key);
    return route == null ? api.routes().get("$default") : route;
  }

  private String key(@Nullable JsonNode message) {
    JsonNode node = message;
    for (String member : api.selection()) {
      node = node == null ? null : node.get(member);
    }
    return node == null || !node.isValueNode() || node.isNull() ? "" : node.asText();
  }
}
