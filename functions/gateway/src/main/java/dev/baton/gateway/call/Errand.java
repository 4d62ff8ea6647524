package dev.baton.gateway.call;

import dev.baton.core.command.Exposure.Surface;
import dev.baton.shell.lambda.HttpRequest;
import java.util.Locale;

/**
 * For whom commands are called.
 *
 * @param domain the host under which the API was called
 * @param authorization the caller's own credential
 * @param traceId the id of the whole request
 * @param surface where the caller came in
 * @param deadline when the request has to be answered, in milliseconds since 1970
 */
public record Errand(
    String domain, String authorization, String traceId, Surface surface, long deadline) {
  /** Names the surface to the tools that list or call other commands. */
  static final String SURFACE_HEADER = "X-Baton-Surface";

  /** The errand of a request that came in on that surface. */
  public static Errand of(HttpRequest request, String traceId, Surface surface, long deadline) {
    String authorization = request.header("authorization");
    return new Errand(
        request.domain(), authorization == null ? "" : authorization, traceId, surface, deadline);
  }

  /**
   * The surface through which a tool was reached: what the surface itself said, else that of
   * batches.
   */
  public static Surface surfaceOf(HttpRequest request) {
    String said = request.header(SURFACE_HEADER.toLowerCase(Locale.ROOT));
    for (Surface surface : Surface.values()) {
      if (surface.name().toLowerCase(Locale.ROOT).equals(said)) {
        return surface;
      }
    }
    return Surface.CLI;
  }
}
