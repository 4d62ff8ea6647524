package dev.baton.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.json.Jsons;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Meta app that the local stack plays, and where its Graph API is.
 *
 * @param appId id of the app
 * @param appSecret secret that webhooks are signed with
 * @param verifyToken token of the webhook's verification
 * @param pageAccessToken token for every page
 * @param graphBaseUrl the Graph API, or null for the simulator
 */
public record FacebookSettings(
    String appId,
    String appSecret,
    String verifyToken,
    String pageAccessToken,
    @Nullable String graphBaseUrl) {

  /** The settings of an environment; what it leaves out has a value for development. */
  static FacebookSettings of(Map<String, String> environment) {
    String graph = environment.get("GRAPH_BASE_URL");
    return new FacebookSettings(
        environment.getOrDefault("FACEBOOK_APP_ID", "555000111"),
        environment.getOrDefault("FACEBOOK_APP_SECRET", "dev-app-secret"),
        environment.getOrDefault("FACEBOOK_VERIFY_TOKEN", "dev-verify-token"),
        environment.getOrDefault("FACEBOOK_PAGE_ACCESS_TOKEN", "dev-page-token"),
        graph == null || graph.isEmpty() ? null : graph);
  }

  /** The secret as it is kept in Secrets Manager. */
  String secret() {
    ObjectNode secret = Jsons.object();
    secret.putArray("app_secrets").add(appSecret);
    secret.put("verify_token", verifyToken);
    secret.putObject("page_access_tokens").put("*", pageAccessToken);
    return Jsons.write(secret);
  }
}
