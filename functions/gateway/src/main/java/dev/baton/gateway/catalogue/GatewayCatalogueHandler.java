package dev.baton.gateway.catalogue;

import dev.baton.gateway.SurfaceWiring;
import dev.baton.shell.command.SurfaceEdge;
import dev.baton.shell.lambda.HttpFunction;
import dev.baton.shell.lambda.HttpRequest;
import dev.baton.shell.lambda.HttpResponse;

/** The function behind {@code GET /commands}. */
public final class GatewayCatalogueHandler extends HttpFunction {
  private final SurfaceEdge edge;
  private final CatalogueHost host;

  /** The handler as Lambda makes it. */
  public GatewayCatalogueHandler() {
    this(SurfaceWiring.ofProcess());
  }

  /** The handler over these parts. */
  public GatewayCatalogueHandler(SurfaceWiring wiring) {
    edge = wiring.edge("catalogue", wiring.largestBody());
    host = new CatalogueHost(wiring.parts().catalogue());
  }

  @Override
  protected HttpResponse respond(HttpRequest request) {
    return edge.respond(request, host);
  }
}
