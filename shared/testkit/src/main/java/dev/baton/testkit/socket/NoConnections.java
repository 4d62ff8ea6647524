package dev.baton.testkit.socket;

import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;

/** Connections of a bench without sockets: whoever calls one finds that nothing is implemented. */
public final class NoConnections implements ApiGatewayManagementApiClient {
  @Override
  public String serviceName() {
    return "execute-api";
  }

  @Override
  public void close() {}
}
