package dev.baton.shell.command;

import dev.baton.core.access.Caller;
import dev.baton.core.access.Scopes;
import dev.baton.core.result.Refused;
import dev.baton.core.result.ResultMetadata;
import dev.baton.shell.lambda.HttpRequest;
import dev.baton.shell.lambda.HttpResponse;
import dev.baton.shell.log.Log;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything around a surface that is no command: the first two checks of the command specification
 * (section 3.1), the headers, and one log line. Nothing it answers depends on what the body says.
 */
public final class SurfaceEdge {
  private final String name;
  private final int largestBody;
  private final InstantSource clock;
  private final Log log;

  /**
   * An edge for one surface.
   *
   * @param name the surface, for log lines
   * @param largestBody the longest body it takes, in bytes
   * @param clock the time of answers
   * @param log where requests and faults are written
   */
  public SurfaceEdge(String name, int largestBody, InstantSource clock, Log log) {
    this.name = name;
    this.largestBody = largestBody;
    this.clock = clock;
    this.log = log;
  }

  /** Answers one request; never throws for what a caller sent. */
  public HttpResponse respond(HttpRequest request, SurfaceHost host) {
    long begun = clock.millis();
    String traceId = TraceIds.of(request.header("x-trace-id"));
    HttpResponse response = response(request, host, traceId, begun);
    log.info(
        "surface",
        Map.of(
            "surface", name,
            "trace_id", traceId,
            "key_id", request.authorizer().getOrDefault("key_id", ""),
            "milliseconds", Math.max(0, clock.millis() - begun),
            "status", response.status()));
    return response.with("X-Trace-Id", traceId);
  }

  private HttpResponse response(HttpRequest request, SurfaceHost host, String traceId, long begun) {
    try {
      Refused refusal = refusal(request, host);
      return refusal == null
          ? host.answer(new Visit(request, caller(request), traceId, begun))
          : host.refuse(refusal, metadata(traceId, begun));
    } catch (RuntimeException fault) {
      log.error("surface_fault", Map.of("surface", name, "trace_id", traceId), fault);
      return host.refuse(FaultAnswer.of(fault, false), metadata(traceId, begun));
    }
  }

  private @Nullable Refused refusal(HttpRequest request, SurfaceHost host) {
    Refused transport =
        request.method().equals("POST") ? TransportCheck.refusal(request, largestBody) : null;
    Refused own = transport == null ? host.refusal(request) : transport;
    return own != null || !caller(request).owner().isEmpty()
        ? own
        : CallerCheck.of(request.authorizer(), name) instanceof CallerCheck.Unknown(Refused unknown)
            ? unknown
            : null;
  }

  private static Caller caller(HttpRequest request) {
    Map<String, String> found = request.authorizer();
    return new Caller(
        found.getOrDefault("owner", ""),
        Scopes.parse(found.getOrDefault("scopes", "")),
        found.getOrDefault("key_id", ""));
  }

  private ResultMetadata metadata(String traceId, long begun) {
    long now = clock.millis();
    return new ResultMetadata(Math.max(0, now - begun), null, traceId, now);
  }
}
