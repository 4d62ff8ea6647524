package dev.baton.gateway.fallback;

import dev.baton.core.command.Exposure.Surface;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.result.Refused;
import dev.baton.core.result.ResultMetadata;
import dev.baton.gateway.core.catalogue.Addresses;
import dev.baton.gateway.surface.GatewayParts;
import dev.baton.shell.command.SurfaceHost;
import dev.baton.shell.command.Visit;
import dev.baton.shell.lambda.HttpResponse;

/** Says of an address that has no function whether it is unknown or asked the wrong way. */
final class FallbackHost implements SurfaceHost {
  private final GatewayParts parts;

  FallbackHost(GatewayParts parts) {
    this.parts = parts;
  }

  @Override
  public HttpResponse answer(Visit visit) {
    String path = visit.request().path();
    String methods = Addresses.methods(path, parts.catalogue());
    String command = Addresses.command(path);
    long now = parts.clock().millis();
    ResultMetadata metadata =
        new ResultMetadata(Math.max(0, now - visit.begun()), null, visit.traceId(), now);
    if (methods != null) {
      return refuse(wrongMethod(methods), metadata).with("Allow", methods);
    }
    return refuse(
        command == null
            ? nothing()
            : parts.gate(visit.caller().scopes(), Surface.CLI).unknown(command),
        metadata);
  }

  private static Refused wrongMethod(String methods) {
    return Refused.because(
        ErrorCodes.METHOD_NOT_ALLOWED,
        "This address is not asked with that method.",
        "Use " + methods.replace(", ", " or ") + ".");
  }

  private static Refused nothing() {
    return Refused.because(
        ErrorCodes.NOT_FOUND,
        "There is nothing at this address.",
        "List the commands with GET /commands.");
  }
}
