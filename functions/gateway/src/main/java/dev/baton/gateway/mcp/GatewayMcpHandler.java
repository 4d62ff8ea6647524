package dev.baton.gateway.mcp;

import dev.baton.gateway.SurfaceWiring;
import dev.baton.shell.command.SurfaceEdge;
import dev.baton.shell.lambda.HttpFunction;
import dev.baton.shell.lambda.HttpRequest;
import dev.baton.shell.lambda.HttpResponse;

/** The function behind {@code POST /mcp}. */
public final class GatewayMcpHandler extends HttpFunction {
  private final SurfaceEdge edge;
  private final McpHost host;

  /** The handler as Lambda makes it. */
  public GatewayMcpHandler() {
    this(SurfaceWiring.ofProcess());
  }

  /** The handler over these parts. */
  public GatewayMcpHandler(SurfaceWiring wiring) {
    edge = wiring.edge("mcp", wiring.largestBatchBody());
    host = new McpHost(wiring.parts(), wiring.allowedOrigins());
  }

  @Override
  protected HttpResponse respond(HttpRequest request) {
    return edge.respond(request, host);
  }
}
