package dev.baton.gateway.jwt;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.baton.shell.http.HttpClients;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.text.ParseException;
import java.util.Map;
import java.util.Set;

/**
 * The public keys of an issuer, found by its discovery document each time they are fetched, so that
 * an issuer may move them. Fetches only by HTTPS, but for issuers on loopback. Source: OpenID
 * Connect Discovery 1.0, section 4.
 */
final class IssuerKeys implements JWKSetSource<SecurityContext> {
  private static final String DISCOVERY = "/.well-known/openid-configuration";
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final int TIMEOUT_MILLISECONDS = 1_500;
  private static final int MOST_BYTES = 256 * 1024;

  private final String issuer;
  private final DefaultResourceRetriever http =
      new DefaultResourceRetriever(TIMEOUT_MILLISECONDS, TIMEOUT_MILLISECONDS, MOST_BYTES);
  private volatile boolean fetched;

  IssuerKeys(String issuer) {
    this.issuer = issuer;
    this.http.setProxy(HttpClients.proxy());
  }

  /** Whether the issuer has been reached at all. */
  boolean wereFetched() {
    return fetched;
  }

  @Override
  public JWKSet getJWKSet(
      JWKSetCacheRefreshEvaluator evaluator, long currentTime, SecurityContext context)
      throws KeySourceException {
    try {
      JWKSet keys = JWKSet.parse(text(address()));
      fetched = true;
      return keys;
    } catch (IOException | ParseException | URISyntaxException fault) {
      throw new JWKSetUnavailableException("The issuer's keys cannot be fetched.", fault);
    }
  }

  private String address() throws IOException, ParseException, URISyntaxException {
    String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    Map<String, Object> document = JSONObjectUtils.parse(text(base + DISCOVERY));
    String address = JSONObjectUtils.getString(document, "jwks_uri");
    if (!issuer.equals(JSONObjectUtils.getString(document, "issuer")) || address == null) {
      throw new ParseException("The discovery document is another issuer's.", 0);
    }
    return address;
  }

  private String text(String address) throws IOException, URISyntaxException {
    return http.retrieveResource(url(address)).getContent();
  }

  private static URL url(String address) throws IOException, URISyntaxException {
    URI uri = new URI(address);
    boolean isSafe =
        "https".equals(uri.getScheme())
            || ("http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost()));
    if (!isSafe) {
      throw new IOException("Keys are fetched by HTTPS only.");
    }
    return uri.toURL();
  }

  @Override
  public void close() {
    // Holds nothing open.
  }
}
