package dev.baton.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopesTest {

  @ParameterizedTest
  @CsvSource({
    "*, survey-list, true",
    "survey-*, survey-list, true",
    "survey, survey-list, true",
    "survey-list, survey-list, true",
    "chat-* survey-list, survey-list, true",
    "'  chat-*   survey-list ', survey-list, true",
    "survey-li, survey-list, false",
    "survey-list, survey-list-all, false",
    "surv, survey-list, false",
    "survey-*, surveyor-list, false",
    "survey, surveyor-list, false",
    "chat, survey-list, false",
    "-*, survey-list, false",
    "s*, survey-list, false",
    "**, survey-list, false",
    "'', survey-list, false"
  })
  void aScopeIsAPatternOfCommandNames(String scopes, String command, boolean covered) {
    assertThat(Scopes.parse(scopes).cover(command)).isEqualTo(covered);
  }
}
