package dev.baton.gateway.stream;

import dev.baton.gateway.SurfaceWiring;
import dev.baton.shell.command.SurfaceEdge;
import dev.baton.shell.lambda.HttpFunction;
import dev.baton.shell.lambda.HttpRequest;
import dev.baton.shell.lambda.HttpResponse;

/** The function behind {@code POST /stream/{name}} and {@code GET /stream/{name}}. */
public final class GatewayStreamHandler extends HttpFunction {
  private final SurfaceEdge edge;
  private final StreamHost host;

  /** The handler as Lambda makes it. */
  public GatewayStreamHandler() {
    this(SurfaceWiring.ofProcess());
  }

  /** The handler over these parts. */
  public GatewayStreamHandler(SurfaceWiring wiring) {
    edge = wiring.edge("stream", wiring.largestBody());
    host = new StreamHost(wiring.parts());
  }

  @Override
  protected HttpResponse respond(HttpRequest request) {
    return edge.respond(request, host);
  }
}
