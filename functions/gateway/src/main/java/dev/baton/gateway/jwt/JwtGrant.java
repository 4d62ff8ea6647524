package dev.baton.gateway.jwt;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.core.access.Scopes;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.List;

/**
 * What a JWT grants.
 *
 * @param owner {@code jwt:} and the percent-encoded subject, so that no key's owner can be the same
 * @param scopes what of its {@code scope} claim is a command pattern; the rest, such as {@code
 *     openid}, means nothing here
 */
public record JwtGrant(String owner, Scopes scopes) {
  private static final String PREFIX = "jwt:";

  static JwtGrant of(String subject, String scope) {
    List<String> patterns =
        Arrays.stream(scope.split(" ", -1)).filter(Scopes::isPattern).distinct().toList();
    return new JwtGrant(PREFIX + URLEncoder.encode(subject, UTF_8), new Scopes(patterns));
  }
}
