package dev.baton.survey.graph;

import java.net.URI;
import java.time.Duration;

/**
 * Where the Graph API is. Source: survey spec §3.1.
 *
 * @param baseUrl scheme and host, possibly a path, with or without a slash at the end
 * @param version the version segment such as {@code v25.0}; empty leaves it out
 * @param timeout longest wait for an answer; at least 15 s are kept
 */
public record GraphSettings(String baseUrl, String version, Duration timeout) {
  private static final Duration SHORTEST_TIMEOUT = Duration.ofSeconds(15);

  /** Raises a timeout below 15 s. */
  public GraphSettings {
    timeout = timeout.compareTo(SHORTEST_TIMEOUT) < 0 ? SHORTEST_TIMEOUT : timeout;
  }

  /** The address of an edge such as {@code me/messages}. */
  URI edge(String path) {
    String base = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
    String prefix = version.isEmpty() ? base : base + "/" + version;
    return URI.create(prefix + "/" + path);
  }
}
