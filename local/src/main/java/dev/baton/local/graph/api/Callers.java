package dev.baton.local.graph.api;

import dev.baton.local.graph.http.HttpCall;
import dev.baton.local.graph.refusal.GraphError;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who calls: an access token stands for an app and a page. Our app's tokens are configured; {@code
 * app-<id>} is the token of any partner app, so that a person can play one.
 */
public final class Callers {

  private static final Pattern PARTNER = Pattern.compile("app-(\\d{1,20})");
  private static final Pattern BEARER = Pattern.compile("(?i:bearer) +(\\S+)");

  private final String ourApp;
  private final Map<String, String> tokenByPage;

  /**
   * @param tokenByPage page tokens of our app by page id; {@code *} is any page
   */
  public Callers(String ourApp, Map<String, String> tokenByPage) {
    this.ourApp = ourApp;
    this.tokenByPage = Map.copyOf(tokenByPage);
  }

  /** An app that calls, or the reason why it is not known. */
  sealed interface Caller {

    /**
     * An app with a valid token.
     *
     * @param pageId the only page of the token, null if it is good for any
     */
    record Known(String appId, @Nullable String pageId) implements Caller {}

    record Unknown(GraphError error) implements Caller {}
  }

  Caller of(HttpCall call) {
    String token =
        call.header("authorization")
            .map(BEARER::matcher)
            .filter(Matcher::matches)
            .map(matcher -> matcher.group(1))
            .or(() -> call.parameter("access_token"))
            .orElse(null);
    if (token == null) {
      return new Caller.Unknown(
          GraphError.of(2500)
              .saying(
                  "An active access token must be used to query information about the current"
                      + " user."));
    }
    Matcher partner = PARTNER.matcher(token);
    if (partner.matches()) {
      return new Caller.Known(partner.group(1), null);
    }
    return tokenByPage.entrySet().stream()
        .filter(entry -> entry.getValue().equals(token))
        .map(entry -> entry.getKey().equals("*") ? null : entry.getKey())
        .<Caller>map(page -> new Caller.Known(ourApp, page))
        .findFirst()
        .orElseGet(() -> new Caller.Unknown(GraphError.of(190)));
  }
}
