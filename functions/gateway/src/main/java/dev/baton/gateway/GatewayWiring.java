package dev.baton.gateway;

import dev.baton.gateway.jwt.JwtIssuer;
import dev.baton.shell.access.DynamoKeyStore;
import dev.baton.shell.aws.AwsClients;
import dev.baton.shell.config.SettingFault;
import dev.baton.shell.config.Settings;
import dev.baton.shell.dynamo.DynamoTable;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The parts of the gateway's functions, made once from configuration. The only place of this domain
 * that reads settings or builds clients.
 *
 * @param keys the API keys
 * @param issuer who else vouches for callers; null when only keys do
 */
public record GatewayWiring(DynamoKeyStore keys, @Nullable JwtIssuer issuer) {

  /** The parts as this process is configured. */
  public static GatewayWiring ofProcess() {
    Settings settings = Settings.ofProcess();
    DynamoTable sessions =
        new DynamoTable(AwsClients.dynamoDb(), settings.required("SESSIONS_TABLE"));
    return new GatewayWiring(new DynamoKeyStore(sessions), issuer(settings));
  }

  private static @Nullable JwtIssuer issuer(Settings settings) {
    String issuer = settings.optional("BATON_JWT_ISSUER");
    String audience = settings.optional("BATON_JWT_AUDIENCE");
    if (issuer == null) {
      return null;
    }
    if (audience == null) {
      throw new SettingFault("Setting BATON_JWT_AUDIENCE is missing: an issuer needs an audience.");
    }
    return JwtIssuer.of(issuer, audience, InstantSource.system());
  }
}
