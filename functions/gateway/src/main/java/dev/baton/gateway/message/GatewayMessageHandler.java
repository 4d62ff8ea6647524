package dev.baton.gateway.message;

import dev.baton.gateway.SurfaceWiring;
import dev.baton.shell.command.SurfaceEdge;
import dev.baton.shell.lambda.HttpFunction;
import dev.baton.shell.lambda.HttpRequest;
import dev.baton.shell.lambda.HttpResponse;

/** The function behind {@code POST /message}. */
public final class GatewayMessageHandler extends HttpFunction {
  private final SurfaceEdge edge;
  private final MessageHost host;

  /** The handler as Lambda makes it. */
  public GatewayMessageHandler() {
    this(SurfaceWiring.ofProcess());
  }

  /** The handler over these parts. */
  public GatewayMessageHandler(SurfaceWiring wiring) {
    edge = wiring.edge("message", wiring.largestBatchBody());
    host = new MessageHost(wiring.parts());
  }

  @Override
  protected HttpResponse respond(HttpRequest request) {
    return edge.respond(request, host);
  }
}
