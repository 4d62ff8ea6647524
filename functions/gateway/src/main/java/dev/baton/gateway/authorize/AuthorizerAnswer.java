package dev.baton.gateway.authorize;

import dev.baton.core.json.JsonObject;
import dev.baton.gateway.store.ApiKey;

/**
 * The answer to the HTTP API, in the simple form of payload 2.0. A request is always let through:
 * an authorizer cannot write its own body, so the command edge refuses whoever comes without an
 * owner.
 */
final class AuthorizerAnswer {
  private AuthorizerAnswer() {}

  static JsonObject known(ApiKey key) {
    return answer(
        JsonObject.builder()
            .put("owner", key.owner())
            .put("scopes", key.scopes())
            .put("key_id", key.keyId())
            .build());
  }

  static JsonObject refused(String code) {
    return answer(JsonObject.builder().put("refusal", code).build());
  }

  private static JsonObject answer(JsonObject context) {
    return JsonObject.builder().put("isAuthorized", true).put("context", context).build();
  }
}
