package dev.baton.gateway.rpc;

import dev.baton.gateway.SurfaceWiring;
import dev.baton.shell.command.SurfaceEdge;
import dev.baton.shell.lambda.HttpFunction;
import dev.baton.shell.lambda.HttpRequest;
import dev.baton.shell.lambda.HttpResponse;

/** The function behind {@code POST /rpc}. */
public final class GatewayRpcHandler extends HttpFunction {
  private final SurfaceEdge edge;
  private final RpcCall host;

  /** The handler as Lambda makes it. */
  public GatewayRpcHandler() {
    this(SurfaceWiring.ofProcess());
  }

  /** The handler over these parts. */
  public GatewayRpcHandler(SurfaceWiring wiring) {
    edge = wiring.edge("rpc", wiring.largestBody());
    host = new RpcCall(wiring.parts());
  }

  @Override
  protected HttpResponse respond(HttpRequest request) {
    return edge.respond(request, host);
  }
}
