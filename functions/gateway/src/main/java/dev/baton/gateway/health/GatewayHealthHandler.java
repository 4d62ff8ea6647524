package dev.baton.gateway.health;

import dev.baton.core.json.JsonObject;
import dev.baton.gateway.SurfaceWiring;
import dev.baton.shell.lambda.HttpFunction;
import dev.baton.shell.lambda.HttpRequest;
import dev.baton.shell.lambda.HttpResponse;

/** The function behind {@code GET /health}, which asks nobody else. */
public final class GatewayHealthHandler extends HttpFunction {

  /** The handler as Lambda makes it. */
  public GatewayHealthHandler() {}

  @Override
  protected HttpResponse respond(HttpRequest request) {
    return HttpResponse.json(
        200,
        JsonObject.builder()
            .put("status", "ok")
            .put("name", "baton")
            .put("version", SurfaceWiring.VERSION)
            .build()
            .write());
  }
}
