package dev.baton.gateway.fallback;

import dev.baton.gateway.SurfaceWiring;
import dev.baton.shell.command.SurfaceEdge;
import dev.baton.shell.lambda.HttpFunction;
import dev.baton.shell.lambda.HttpRequest;
import dev.baton.shell.lambda.HttpResponse;

/** The function behind every request that has no route of its own. */
public final class GatewayFallbackHandler extends HttpFunction {
  private final SurfaceEdge edge;
  private final FallbackHost host;

  /** The handler as Lambda makes it. */
  public GatewayFallbackHandler() {
    this(SurfaceWiring.ofProcess());
  }

  /** The handler over these parts. */
  public GatewayFallbackHandler(SurfaceWiring wiring) {
    edge = wiring.edge("fallback", Integer.MAX_VALUE);
    host = new FallbackHost(wiring.parts());
  }

  @Override
  protected HttpResponse respond(HttpRequest request) {
    return edge.respond(request, host);
  }
}
