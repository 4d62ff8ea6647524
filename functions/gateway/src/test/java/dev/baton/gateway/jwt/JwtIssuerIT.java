package dev.baton.gateway.jwt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import dev.baton.core.access.Scopes;
import dev.baton.core.result.Fault;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JwtIssuerIT {
  private final IssuerServer server = new IssuerServer();
  private final JwtIssuer issuer = server.trusted();

  JwtIssuerIT() throws Exception {}

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aGoodTokenGrantsItsScopesToItsSubject() throws Exception {
    JwtGrant expected =
        new JwtGrant("jwt:auth0%7Cada", new Scopes(List.of("openid", "survey-*", "chat-send")));

    assertThat(issuer.verify(server.signed(server.claims()))).isEqualTo(expected);
    assertThat(issuer.verify(server.signedElliptic(server.claims()))).isEqualTo(expected);
    assertThat(server.fetches).hasValue(1);
  }

  @Test
  void whatIsNoPatternInAScopeMeansNothing() throws Exception {
    JwtGrant grant =
        issuer.verify(server.signed(server.claims().claim("scope", "read.x  S* chat-* https://a")));

    assertThat(grant).isNotNull();
    assertThat(grant == null ? null : grant.scopes().patterns()).containsExactly("chat-*");
  }

  @Test
  void withoutScopesNothingMayBeCalled() throws Exception {
    JwtGrant grant = issuer.verify(server.signed(server.claims().claim("scope", null)));

    assertThat(grant).isNotNull();
    assertThat(grant != null && grant.scopes().cover("survey-list")).isFalse();
  }

  static Stream<UnaryOperator<JWTClaimsSet.Builder>> wrongClaims() {
    return Stream.of(
        claims -> claims.issuer("https://evil.example"),
        claims -> claims.issuer(null),
        claims -> claims.audience("another"),
        claims -> claims.audience((String) null),
        claims -> claims.subject(null),
        claims -> claims.subject("  "),
        claims -> claims.subject("a".repeat(256)),
        claims -> claims.expirationTime(null),
        claims -> claims.expirationTime(at(-31)),
        claims -> claims.notBeforeTime(at(60)),
        claims -> claims.claim("scope", List.of("survey-*")));
  }

  @ParameterizedTest
  @MethodSource("wrongClaims")
  void aTokenWithWrongClaimsIsNotTrusted(UnaryOperator<JWTClaimsSet.Builder> wrong)
      throws Exception {
    assertThat(issuer.verify(server.signed(wrong.apply(server.claims())))).isNull();
  }

  @Test
  void clocksMayDifferALittle() throws Exception {
    JWTClaimsSet.Builder claims = server.claims().expirationTime(at(-20)).notBeforeTime(at(20));

    assertThat(issuer.verify(server.signed(claims))).isNotNull();
  }

  @Test
  void aTokenWithoutSignatureIsNotTrusted() {
    assertThat(issuer.verify(new PlainJWT(server.claims().build()).serialize())).isNull();
  }

  @Test
  void thePublicKeyIsNoSecretToSignWith() throws Exception {
    byte[] publicKey = server.rsa.toRSAPublicKey().getEncoded();
    MACSigner signer = new MACSigner(publicKey);

    assertThat(
            issuer.verify(IssuerServer.signed(JWSAlgorithm.HS256, "r1", signer, server.claims())))
        .isNull();
  }

  @Test
  void aForgedKeyOfTheSameNameIsNotTrusted() throws Exception {
    RSASSASigner forger = new RSASSASigner(IssuerServer.rsa("r1"));

    assertThat(
            issuer.verify(IssuerServer.signed(JWSAlgorithm.RS256, "r1", forger, server.claims())))
        .isNull();
    assertThat(
            issuer.verify(IssuerServer.signed(JWSAlgorithm.RS512, "r1", forger, server.claims())))
        .isNull();
  }

  @Test
  void aChangedTokenIsNotTrusted() throws Exception {
    String[] parts = server.signed(server.claims()).split("\\.", -1);
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
    String changed =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.replace("ada", "eve").getBytes(UTF_8));

    assertThat(claims).contains("ada");
    assertThat(issuer.verify(parts[0] + "." + changed + "." + parts[2])).isNull();
    assertThat(issuer.verify(parts[0] + "." + parts[1] + ".")).isNull();
    assertThat(issuer.verify("a.b.c")).isNull();
    assertThat(issuer.verify("e30.e30." + "A".repeat(8_000))).isNull();
  }

  @Test
  void aNewKeyOfTheIssuerIsFoundAndUnknownOnesDoNotFloodIt() throws Exception {
    assertThat(issuer.verify(server.signed(server.claims()))).isNotNull();
    RSAKey rotated = IssuerServer.rsa("r2");
    server.published.add(rotated);
    RSASSASigner signer = new RSASSASigner(rotated);

    assertThat(
            issuer.verify(IssuerServer.signed(JWSAlgorithm.RS256, "r2", signer, server.claims())))
        .isNotNull();
    for (int attempt = 0; attempt < 20; attempt++) {
      String unknown = "x" + attempt;
      assertThat(
              issuer.verify(
                  IssuerServer.signed(JWSAlgorithm.RS256, unknown, signer, server.claims())))
          .isNull();
    }
    assertThat(server.fetches).hasValueLessThanOrEqualTo(3);
    assertThat(issuer.verify(server.signed(server.claims()))).isNotNull();
  }

  @Test
  void anIssuerOutOfReachIsAFaultAndNoRefusal() throws Exception {
    String token = server.signed(server.claims());
    server.close();

    for (int attempt = 0; attempt < 5; attempt++) {
      assertThatThrownBy(() -> issuer.verify(token)).isInstanceOf(Fault.class);
    }
  }

  @Test
  void aDiscoveryDocumentOfAnotherIssuerIsNotBelieved() throws Exception {
    server.named.set("https://evil.example");

    assertThatThrownBy(() -> issuer.verify(server.signed(server.claims())))
        .isInstanceOf(Fault.class);
  }

  @Test
  void keysAreNotFetchedWithoutEncryption() throws Exception {
    JwtIssuer plain = JwtIssuer.of("http://issuer.example", "baton", () -> IssuerServer.NOW);

    assertThatThrownBy(() -> plain.verify(server.signed(server.claims())))
        .isInstanceOf(Fault.class)
        .hasRootCauseMessage("Keys are fetched by HTTPS only.");
  }

  private static Date at(long seconds) {
    return Date.from(IssuerServer.NOW.plusSeconds(seconds));
  }
}
