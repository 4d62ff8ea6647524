package dev.baton.local.http;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request as it came.
 *
 * @param method method in capitals
 * @param path path as sent, not decoded
 * @param query query string as sent, without the question mark
 * @param protocol such as HTTP/1.1
 * @param headers all values of each header, names in lower case, in the order of arrival
 * @param body the body
 * @param sourceIp address of the caller
 */
record HttpCall(
    String method,
    String path,
    String query,
    String protocol,
    Map<String, List<String>> headers,
    byte[] body,
    String sourceIp) {

  /** All values of a header joined by commas, or null. */
  @Nullable String header(String lowerCaseName) {
    List<String> values = headers.get(lowerCaseName);
    return values == null ? null : String.join(",", values);
  }
}
