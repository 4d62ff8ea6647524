package dev.baton.local.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.core.json.JsonObject;
import dev.baton.local.edge.EdgeClients;
import dev.baton.shell.socket.ConnectionSender;
import dev.baton.shell.socket.Delivery;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GoneException;

/** Connections that are not there, or not any more: the answer on which sessions are given up. */
abstract class ConnectionContractIT {
  private static final String UNKNOWN = "GnVYsfnIFiACHWw=";

  private final ApiGatewayManagementApiClient client;
  private final ConnectionSender sender;

  /** The contract of a stage's management API at this address. */
  ConnectionContractIT(String managementUrl) {
    client = EdgeClients.of(ApiGatewayManagementApiClient.builder(), managementUrl);
    sender = new ConnectionSender(client, ConnectionContractIT::noPause, InstantSource.system());
  }

  @Test
  void anUnknownConnectionIsGoneWhateverIsAskedOfIt() {
    assertThat(sender.post(UNKNOWN, JsonObject.EMPTY)).isEqualTo(Delivery.GONE);
    assertThat(sender.isOpen(UNKNOWN)).isFalse();
    assertThat(sender.delete(UNKNOWN)).isEqualTo(Delivery.GONE);
  }

  @Test
  void goneIsStatus410() {
    assertThatThrownBy(() -> client.getConnection(get -> get.connectionId(UNKNOWN)))
        .isInstanceOf(GoneException.class)
        .extracting(fault -> ((GoneException) fault).statusCode())
        .isEqualTo(410);
  }

  private static void noPause(Duration pause) {
    throw new IllegalStateException("A connection that is gone is not waited for: " + pause);
  }
}
