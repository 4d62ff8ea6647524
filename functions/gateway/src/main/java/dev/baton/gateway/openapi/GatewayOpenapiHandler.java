package dev.baton.gateway.openapi;

import dev.baton.gateway.SurfaceWiring;
import dev.baton.gateway.core.catalogue.OpenApiDocument;
import dev.baton.gateway.surface.GatewayParts;
import dev.baton.shell.command.SurfaceEdge;
import dev.baton.shell.command.Visit;
import dev.baton.shell.lambda.HttpFunction;
import dev.baton.shell.lambda.HttpRequest;
import dev.baton.shell.lambda.HttpResponse;

/** The function behind {@code GET /openapi.json}. */
public final class GatewayOpenapiHandler extends HttpFunction {
  private final SurfaceEdge edge;
  private final GatewayParts parts;

  /** The handler as Lambda makes it. */
  public GatewayOpenapiHandler() {
    this(SurfaceWiring.ofProcess());
  }

  /** The handler over these parts. */
  public GatewayOpenapiHandler(SurfaceWiring wiring) {
    edge = wiring.edge("openapi", wiring.largestBody());
    parts = wiring.parts();
  }

  @Override
  protected HttpResponse respond(HttpRequest request) {
    return edge.respond(request, this::document);
  }

  private HttpResponse document(Visit visit) {
    return HttpResponse.json(
        200,
        OpenApiDocument.of(
                parts.catalogue().coveredBy(visit.caller().scopes()), "/", parts.version())
            .write());
  }
}
