package dev.baton.local.model.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request as it was received.
 *
 * @param method in capitals
 * @param path without the query, beginning with a slash
 * @param query last value of each parameter
 * @param headers last value of each header, names in lower case
 * @param body raw bytes; empty when there are none or when they were too many
 * @param oversize whether the body had more bytes than are taken
 */
public record HttpRequest(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    byte[] body,
    boolean oversize) {

  /** The value of a header, or null. */
  public @Nullable String header(String lowerCaseName) {
    return headers.get(lowerCaseName);
  }

  /** Whether the client wants the connection to end with the answer. */
  boolean wantsClose() {
    return "close".equalsIgnoreCase(headers.get("connection"));
  }
}
