package dev.baton.survey.secret;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The shared secrets of the engine and Messenger, from a JSON object with {@code app_secrets},
 * {@code verify_token} and {@code page_access_tokens}.
 *
 * @param appSecrets secrets with which webhooks may be signed; several during a rotation
 * @param verifyToken the token with which Meta subscribes; null refuses every subscription
 * @param pageTokens access tokens by page id, {@code *} for all other pages
 */
public record MessengerSecret(
    List<String> appSecrets, @Nullable String verifyToken, Map<String, String> pageTokens) {
  private static final String ANY_PAGE = "*";

  /** Keeps copies. */
  public MessengerSecret {
    appSecrets = List.copyOf(appSecrets);
    pageTokens = Map.copyOf(pageTokens);
  }

  /** Reads the object; empty texts count as absent. */
  public static MessengerSecret of(JsonObject json) {
    List<String> secrets = new ArrayList<>();
    for (Json element : json.array("app_secrets")) {
      if (element instanceof JsonText(String secret) && !secret.isEmpty()) {
        secrets.add(secret);
      }
    }
    Map<String, String> tokens = new HashMap<>();
    JsonObject byPage = json.object("page_access_tokens");
    for (JsonObject.Member member :
        byPage == null ? List.<JsonObject.Member>of() : byPage.members()) {
      if (member.value() instanceof JsonText(String token) && !token.isEmpty()) {
        tokens.put(member.name(), token);
      }
    }
    String verify = json.text("verify_token");
    return new MessengerSecret(secrets, verify == null || verify.isEmpty() ? null : verify, tokens);
  }

  /** The token of a page, or null when there is none for it. */
  public @Nullable String pageToken(String pageId) {
    String own = pageTokens.get(pageId);
    return own == null ? pageTokens.get(ANY_PAGE) : own;
  }

  /** Nothing of the content. */
  @Override
  public String toString() {
    return "MessengerSecret[hidden]";
  }
}
