package dev.baton.local.http;

import dev.baton.local.template.RouteDefinition;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the route of a request: the most specific one wins, a greedy variable comes after
 * everything else, and {@code $default} last.
 *
 * <p>Source: Amazon API Gateway developer guide, "Create routes for HTTP APIs".
 */
final class RouteTable {
  private final List<RouteDefinition> routes;

  RouteTable(List<RouteDefinition> routes) {
    this.routes = routes.stream().sorted(Comparator.comparing(RouteTable::weight)).toList();
  }

  /**
   * A route and what its path variables stand for.
   *
   * @param route the route
   * @param variables decoded values by name
   */
  record Match(RouteDefinition route, Map<String, String> variables) {}

  /** The best route, or null. */
  @Nullable Match find(String method, String path) {
    return routes.stream()
        .filter(r -> r.method().equals("ANY") || r.method().equals(method))
        .map(route -> match(route, path))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Match match(RouteDefinition route, String path) {
    if (route.path().equals("$default")) {
      return new Match(route, Map.of());
    }
    String[] pattern = route.path().split("/", -1);
    String[] actual = path.split("/", -1);
    Map<String, String> variables = new LinkedHashMap<>();
    for (int i = 0; i < pattern.length; i++) {
      if (i >= actual.length) {
        return null;
      }
      if (pattern[i].endsWith("+}")) {
        String rest =
            IntStream.range(i, actual.length)
                .mapToObj(k -> decode(actual[k]))
                .collect(Collectors.joining("/"));
        variables.put(pattern[i].substring(1, pattern[i].length() - 2), rest);
        return rest.isEmpty() ? null : new Match(route, variables);
      }
      if (pattern[i].startsWith("{") && !actual[i].isEmpty()) {
        variables.put(pattern[i].substring(1, pattern[i].length() - 1), decode(actual[i]));
      } else if (!pattern[i].equals(decode(actual[i]))) {
        return null;
      }
    }
    return pattern.length == actual.length ? new Match(route, variables) : null;
  }

  private static String decode(String segment) {
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException undecodable) {
      return segment;
    }
  }

  /** Sorts the more specific route before the less specific one. */
  private static String weight(RouteDefinition route) {
    int rank;
    if (route.path().equals("$default")) {
      rank = 3;
    } else if (route.path().contains("+}")) {
      rank = 2;
    } else {
      rank = route.path().contains("{") ? 1 : 0;
    }
    return rank + (route.method().equals("ANY") ? "1" : "0") + route.key();
  }
}
