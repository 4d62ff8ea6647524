package dev.baton.gateway.authorize;

import com.amazonaws.services.lambda.runtime.Context;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import dev.baton.gateway.GatewayWiring;
import dev.baton.gateway.jwt.JwtGrant;
import dev.baton.gateway.jwt.JwtIssuer;
import dev.baton.shell.access.ApiKey;
import dev.baton.shell.access.DynamoKeyStore;
import dev.baton.shell.lambda.JsonFunction;
import org.jspecify.annotations.Nullable;

/**
 * The authorizer of the HTTP API: finds out whose key a request carries, or, where there is an
 * issuer, whose JWT. It decides nothing about commands.
 */
public final class GatewayAuthorizeHandler extends JsonFunction {
  private final DynamoKeyStore keys;
  private final @Nullable JwtIssuer issuer;

  /** The handler as Lambda makes it. */
  public GatewayAuthorizeHandler() {
    this(GatewayWiring.ofProcess());
  }

  GatewayAuthorizeHandler(GatewayWiring wiring) {
    this.keys = wiring.keys();
    this.issuer = wiring.issuer();
  }

  @Override
  protected Json answer(Json event, Context context) {
    BearerToken token = BearerToken.of(credential(event));
    if (token == null) {
      return AuthorizerAnswer.refused("UNAUTHORIZED");
    }
    return issuer != null && token.isJwt() ? ofJwt(issuer, token) : ofKey(token);
  }

  private JsonObject ofKey(BearerToken token) {
    ApiKey key = keys.findUsable(token.sha256());
    return key == null ? AuthorizerAnswer.refused("INVALID_TOKEN") : AuthorizerAnswer.known(key);
  }

  private static JsonObject ofJwt(JwtIssuer issuer, BearerToken token) {
    JwtGrant grant = issuer.verify(token.value());
    return grant == null
        ? AuthorizerAnswer.refused("INVALID_TOKEN")
        : AuthorizerAnswer.known(grant);
  }

  private static @Nullable String credential(Json event) {
    return event instanceof JsonObject object
            && object.array("identitySource").stream().findFirst().orElse(null)
                instanceof JsonText(String header)
        ? header
        : null;
  }
}
