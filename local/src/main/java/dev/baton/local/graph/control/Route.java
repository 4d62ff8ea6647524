package dev.baton.local.graph.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One order that can be given.
 *
 * @param template below {@code /simulator/}, with places such as {@code {user}}
 */
record Route(String method, String template, Order order) {

  /** What is done; the result is shown to the caller. */
  @FunctionalInterface
  interface Order {
    JsonNode carryOut(ControlCall call);
  }

  /** What stands in the places of the template, if these segments fit it. */
  Optional<Map<String, String>> match(List<String> segments) {
    List<String> parts = List.of(template.split("/"));
    if (parts.size() != segments.size()) {
      return Optional.empty();
    }
    Map<String, String> names = new HashMap<>();
    for (int place = 0; place < parts.size(); place++) {
      String part = parts.get(place);
      if (part.startsWith("{")) {
        names.put(part.substring(1, part.length() - 1), segments.get(place));
      } else if (!part.equals(segments.get(place))) {
        return Optional.empty();
      }
    }
    return Optional.of(names);
  }
}
