package dev.baton.survey.core.values;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlanksTest {

  @ParameterizedTest
  @ValueSource(
      chars = {
        ' ', '\t', '\n', '\r', '\u00a0', '\u2007', '\u202f', '\u2009', '\u3000', '\u200e', '\u200f',
        '\u061c', '\ufeff'
      })
  void allKindsOfBlanksAreBlank(char blank) {
    assertThat(Blanks.isBlank(blank)).isTrue();
    assertThat(Blanks.isBlank("" + blank + blank)).isTrue();
    assertThat(Blanks.strip(blank + "a" + blank + "b" + blank)).isEqualTo("a" + blank + "b");
  }

  @ParameterizedTest
  @ValueSource(chars = {'a', '0', '_', '\ud800', '\u200d'})
  void othersAreNot(char other) {
    assertThat(Blanks.isBlank(other)).isFalse();
    assertThat(Blanks.isBlank(" " + other)).isFalse();
    assertThat(Blanks.strip(" " + other + " ")).isEqualTo(String.valueOf(other));
  }

  @Test
  void anEmptyTextIsBlank() {
    assertThat(Blanks.isBlank("")).isTrue();
    assertThat(Blanks.strip("")).isEmpty();
    assertThat(Blanks.strip(" \t ")).isEmpty();
  }
}
