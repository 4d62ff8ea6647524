package dev.baton.gateway.authorize;

import dev.baton.core.json.JsonObject;
import dev.baton.gateway.jwt.JwtGrant;
import dev.baton.shell.access.ApiKey;
import dev.baton.shell.access.KeyAccess;

/**
 * The answer to the HTTP API, in the simple form of payload 2.0. A request is always let through:
 * an authorizer cannot write its own body, so the command edge refuses whoever comes without an
 * owner.
 */
final class AuthorizerAnswer {
  private AuthorizerAnswer() {}

  static JsonObject known(ApiKey key) {
    JsonObject.Builder context = context(key.owner(), key.scopes().write(), key.keyId());
    ApiKey.RATES.forEach(name -> context.putIfPresent(name, key.rates().get(name)));
    return answer(context.build());
  }

  static JsonObject known(JwtGrant grant) {
    return answer(context(grant.owner(), grant.scopes().write(), KeyAccess.NO_KEY).build());
  }

  static JsonObject refused(String code) {
    return answer(JsonObject.builder().put("refusal", code).build());
  }

  private static JsonObject.Builder context(String owner, String scopes, String keyId) {
    return JsonObject.builder().put("owner", owner).put("scopes", scopes).put("key_id", keyId);
  }

  private static JsonObject answer(JsonObject context) {
    return JsonObject.builder().put("isAuthorized", true).put("context", context).build();
  }
}
