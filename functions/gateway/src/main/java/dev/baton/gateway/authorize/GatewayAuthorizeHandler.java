package dev.baton.gateway.authorize;

import com.amazonaws.services.lambda.runtime.Context;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import dev.baton.gateway.GatewayWiring;
import dev.baton.gateway.store.DynamoKeyStore;
import dev.baton.shell.lambda.JsonFunction;
import org.jspecify.annotations.Nullable;

/**
 * The authorizer of the HTTP API: finds out whose key a request carries. It decides nothing about
 * commands.
 */
public final class GatewayAuthorizeHandler extends JsonFunction {
  private final DynamoKeyStore keys;

  /** The handler as Lambda makes it. */
  public GatewayAuthorizeHandler() {
    this(GatewayWiring.ofProcess().keys());
  }

  GatewayAuthorizeHandler(DynamoKeyStore keys) {
    this.keys = keys;
  }

  @Override
  protected Json answer(Json event, Context context) {
    BearerToken token = BearerToken.of(credential(event));
    if (token == null) {
      return AuthorizerAnswer.refused("UNAUTHORIZED");
    }
    return keys.find(token.sha256())
        .map(AuthorizerAnswer::known)
        .orElseGet(() -> AuthorizerAnswer.refused("INVALID_TOKEN"));
  }

  private static @Nullable String credential(Json event) {
    return event instanceof JsonObject object
            && object.array("identitySource").stream().findFirst().orElse(null)
                instanceof JsonText(String header)
        ? header
        : null;
  }
}
