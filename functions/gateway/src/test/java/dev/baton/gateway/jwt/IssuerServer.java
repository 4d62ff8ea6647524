package dev.baton.gateway.jwt;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A JWT issuer on loopback: its discovery document, its keys, and the tokens it signs. */
public final class IssuerServer implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-01-15T10:00:00Z");
  static final String AUDIENCE = "baton";

  final RSAKey rsa = rsa("r1");
  final ECKey elliptic = elliptic("e1");
  final List<JWK> published = new CopyOnWriteArrayList<>(List.of(rsa, elliptic));
  final AtomicInteger fetches = new AtomicInteger();
  final AtomicReference<String> named = new AtomicReference<>();
  private final HttpServer server;

  public IssuerServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/.well-known/openid-configuration",
        exchange ->
            answer(
                exchange,
                "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\"}".formatted(named.get(), issuer())));
    server.createContext(
        "/keys",
        exchange -> {
          fetches.incrementAndGet();
          answer(exchange, new JWKSet(published).toString(true));
        });
    named.set(issuer());
    server.start();
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public JwtIssuer trusted() {
    return JwtIssuer.of(issuer(), AUDIENCE, () -> NOW);
  }

  /** The claims of a good token, to be changed. */
  public JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(issuer())
        .audience(AUDIENCE)
        .subject("auth0|ada")
        .expirationTime(Date.from(NOW.plusSeconds(300)))
        .claim("scope", "openid survey-* chat-send");
  }

  public String signed(JWTClaimsSet.Builder claims) throws JOSEException {
    return signed(JWSAlgorithm.RS256, "r1", new RSASSASigner(rsa), claims);
  }

  String signedElliptic(JWTClaimsSet.Builder claims) throws JOSEException {
    return signed(JWSAlgorithm.ES256, "e1", new ECDSASigner(elliptic), claims);
  }

  static String signed(
      JWSAlgorithm algorithm, String keyId, JWSSigner signer, JWTClaimsSet.Builder claims)
      throws JOSEException {
    SignedJWT token =
        new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims.build());
    token.sign(signer);
    return token.serialize();
  }

  static RSAKey rsa(String keyId) {
    try {
      return new RSAKeyGenerator(2048).keyID(keyId).generate();
    } catch (JOSEException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static ECKey elliptic(String keyId) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(keyId).generate();
    } catch (JOSEException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static void answer(HttpExchange exchange, String text) throws IOException {
    try (exchange) {
      byte[] body = text.getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
