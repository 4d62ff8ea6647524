package dev.baton.local.graph.api;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code /[version/]node/edge}.
 *
 * @param node {@code me} or a page id
 */
record GraphPath(String node, String edge) {

  private static final Pattern VERSION = Pattern.compile("v\\d+\\.\\d+");

  static Optional<GraphPath> of(List<String> segments) {
    List<String> rest =
        !segments.isEmpty() && VERSION.matcher(segments.getFirst()).matches()
            ? segments.subList(1, segments.size())
            : segments;
    return rest.size() == 2
        ? Optional.of(new GraphPath(rest.get(0), rest.get(1)))
        : Optional.empty();
  }

  /** The page id, if the path names it. */
  Optional<String> page() {
    return node.equals("me") ? Optional.empty() : Optional.of(node);
  }
}
