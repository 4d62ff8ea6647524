package dev.baton.gateway.message;

import dev.baton.gateway.core.rpc.Dialect;
import dev.baton.gateway.surface.GatewayParts;
import dev.baton.gateway.surface.RpcHost;

/** AFD's dialect: everything readable is answered with 200. Source: specification, 3.5. */
final class MessageHost extends RpcHost {

  MessageHost(GatewayParts parts) {
    super(Dialect.AFD, parts);
  }

  @Override
  protected int invalidStatus() {
    return 200;
  }
}
