package dev.baton.gateway;

import dev.baton.gateway.store.DynamoKeyStore;
import dev.baton.shell.aws.AwsClients;
import dev.baton.shell.config.Settings;

/**
 * The parts of the gateway's functions, made once from configuration. The only place of this domain
 * that reads settings or builds clients.
 *
 * @param keys the API keys
 */
public record GatewayWiring(DynamoKeyStore keys) {

  /** The parts as this process is configured. */
  public static GatewayWiring ofProcess() {
    Settings settings = Settings.ofProcess();
    return new GatewayWiring(
        new DynamoKeyStore(AwsClients.dynamoDb(), settings.required("SESSIONS_TABLE")));
  }
}
