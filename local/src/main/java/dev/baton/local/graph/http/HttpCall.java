package dev.baton.local.graph.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request as it was received.
 *
 * @param path without the query, percent-decoded, beginning with a slash
 * @param query last value of each parameter
 * @param headers last value of each header, names in lower case
 * @param body raw bytes, empty if there are none
 */
public record HttpCall(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    byte[] body) {

  /** The parts between the slashes, without empty ones. */
  public List<String> segments() {
    return Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).toList();
  }

  public Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name));
  }

  public Optional<String> header(String lowerCaseName) {
    return Optional.ofNullable(headers.get(lowerCaseName));
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
