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

  @ParameterizedTest
  @CsvSource({
    "*, *, true",
    "*, chat-send, true",
    "*, chat, true",
    "chat-*, chat, true",
    "chat, chat-*, true",
    "chat, chat-send, true",
    "chat, chat-room-*, true",
    "chat-*, *, false",
    "chat-*, chatter-*, false",
    "chat-*, c, false",
    "chat-send, chat, false",
    "chat-send, chat-*, false",
    "chat-send, chat-send-*, false",
    "chat-send chat-poll, chat-poll, true",
    "chat-send survey, survey-*, true",
    "'', chat-send, false",
    "'', *, false"
  })
  void whatAScopeContainsItCoversWhole(String scopes, String pattern, boolean contained) {
    assertThat(Scopes.parse(scopes).contain(pattern)).isEqualTo(contained);
  }

  @ParameterizedTest
  @CsvSource({
    "*, true",
    "chat, true",
    "chat-*, true",
    "chat-send, true",
    "chat-room-*, true",
    "agent:unattended, true",
    "agent:*, false",
    "agent:, false",
    "'', false",
    "**, false",
    "c*, false",
    "-*, false",
    "*-send, false",
    "Chat, false",
    "chat-, false",
    "chat send, false"
  })
  void patternsAreNamesWithAStarAtMostAtTheEnd(String text, boolean isPattern) {
    assertThat(Scopes.isPattern(text)).isEqualTo(isPattern);
  }
}
