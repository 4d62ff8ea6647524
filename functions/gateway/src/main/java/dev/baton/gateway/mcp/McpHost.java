package dev.baton.gateway.mcp;

import dev.baton.core.result.ErrorCodes;
import dev.baton.core.result.Refused;
import dev.baton.gateway.core.rpc.Dialect;
import dev.baton.gateway.core.rpc.RpcError;
import dev.baton.gateway.surface.GatewayParts;
import dev.baton.gateway.surface.RpcHost;
import dev.baton.shell.command.Visit;
import dev.baton.shell.lambda.HttpRequest;
import dev.baton.shell.lambda.HttpResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The official protocol over Streamable HTTP, without sessions and without streams. Source: Model
 * Context Protocol 2025-11-25, "Transports"; command specification, section 3.6.
 */
final class McpHost extends RpcHost {
  private static final int NOT_ACCEPTABLE = 406;
  private static final int BAD_REQUEST = 400;

  private final Set<String> allowedOrigins;

  McpHost(GatewayParts parts, Set<String> allowedOrigins) {
    super(Dialect.STREAMABLE, parts);
    this.allowedOrigins = allowedOrigins;
  }

  @Override
  public @Nullable Refused refusal(HttpRequest request) {
    String origin = request.header("origin");
    return origin == null || allowedOrigins.contains(origin)
        ? null
        : Refused.because(
            ErrorCodes.ORIGIN_NOT_ALLOWED,
            "Pages of this origin may not call the gateway.",
            "Call it from an allowed origin, or not from a browser.");
  }

  @Override
  public HttpResponse answer(Visit visit) {
    AcceptHeader accepted = new AcceptHeader(visit.request().header("accept"));
    if (!accepted.allows("application/json") || !accepted.allows("text/event-stream")) {
      return error(
          NOT_ACCEPTABLE,
          RpcError.noRequest(
              "The client does not accept both kinds of answers.",
              "Send the header Accept: application/json, text/event-stream."));
    }
    String version = visit.request().header("mcp-protocol-version");
    return version == null || Dialect.STREAMABLE.speaks(version)
        ? super.answer(visit)
        : error(
            BAD_REQUEST,
            RpcError.noRequest(
                "The version of the protocol is unknown.",
                "Send the version that initialize agreed on as MCP-Protocol-Version."));
  }

  @Override
  protected int invalidStatus() {
    return BAD_REQUEST;
  }
}
