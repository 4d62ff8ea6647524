package dev.baton.gateway.authorize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BearerTokenTest {

  @ParameterizedTest
  @ValueSource(strings = {"Bearer dev", "bearer dev", "BEARER   dev", "Bearer dev "})
  void theSchemeIsReadInAnyCase(String header) {
    BearerToken token = BearerToken.of(header);

    assertThat(token).isNotNull().extracting(BearerToken::value).isEqualTo("dev");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer ",
        "dev",
        "Basic ZGV2OmRldg==",
        "Bearerdev",
        "Bearer a b",
        "Bearer \u00e9",
        "Bearer a\nb"
      })
  void anythingElseIsNoCredential(String header) {
    assertThat(BearerToken.of(header)).isNull();
  }

  @Test
  void anEndlessTokenIsNoCredential() {
    assertThat(BearerToken.of("Bearer " + "a".repeat(8_193))).isNull();
  }

  @Test
  void itIsKnownByItsHashAndNeverPrinted() {
    BearerToken token = new BearerToken("dev");

    assertThat(token.sha256())
        .isEqualTo("ef260e9aa3c673af240d17a2660480361a8e081d1ffeca2a5ed0e3219fc18567");
    assertThat(token.toString()).doesNotContain("dev");
  }
}
