package dev.baton.afd.command;

import dev.baton.shell.lambda.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The idempotency key of a tool that calls commands. The tool's own edge must not see it: it would
 * store the whole answer, tokens of handoffs included. The commands store what may be stored.
 */
public final class PassedKey {
  private static final String KEY = "idempotency-key";
  private static final String PASSED = "x-baton-passed-key";

  private PassedKey() {}

  /** The same request with its key out of the edge's sight. */
  public static HttpRequest hide(HttpRequest request) {
    Map<String, String> headers = new LinkedHashMap<>(request.headers());
    headers.remove(PASSED);
    String key = headers.remove(KEY);
    if (key != null) {
      headers.put(PASSED, key);
    }
    return request.withHeaders(headers);
  }

  /** The key of a request that went through {@link #hide}, or null. */
  public static @Nullable String of(HttpRequest request) {
    return request.header(PASSED);
  }

  /** The key of the n-th of several calls: its own, else one made of the request's. */
  public static @Nullable String numbered(HttpRequest request, @Nullable String own, int number) {
    String passed = of(request);
    return own != null ? own : passed == null ? null : passed + "." + number;
  }
}
