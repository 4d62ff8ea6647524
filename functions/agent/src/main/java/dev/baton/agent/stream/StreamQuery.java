package dev.baton.agent.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The query of an address. */
final class StreamQuery {
  private StreamQuery() {}

  /** The parameters; null when one occurs twice or is not encoded as it should be. */
  static @Nullable Map<String, String> read(@Nullable String raw) {
    Map<String, String> parameters = new HashMap<>();
    if (raw == null || raw.isEmpty()) {
      return parameters;
    }
    try {
      for (String part : raw.split("&", -1)) {
        int equals = part.indexOf('=');
        String name = equals < 0 ? part : part.substring(0, equals);
        String value = equals < 0 ? "" : part.substring(equals + 1);
        if (parameters.put(decoded(name), decoded(value)) != null) {
          return null;
        }
      }
    } catch (IllegalArgumentException malformed) {
      return null;
    }
    return parameters;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, UTF_8);
  }
}
