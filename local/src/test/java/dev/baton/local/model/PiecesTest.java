package dev.baton.local.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.local.model.reply.Pieces;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PiecesTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "hello there", "日本語", "a🙂b", "Grüße 🙂🙂", "👩‍👩‍👧 x"})
  void piecesAddUpAndAreNeverEmpty(String text) {
    for (List<String> pieces : List.of(Pieces.natural(text), Pieces.of(text, 1))) {
      assertThat(String.join("", pieces)).isEqualTo(text);
      assertThat(pieces).doesNotContain("");
    }
  }

  @Test
  void wordsAreSplitInTheMiddle() {
    assertThat(Pieces.natural("hello there")).containsExactly("hel", "lo th", "er", "e");
  }

  @Test
  void aWideCharacterStandsAlone() {
    assertThat(Pieces.of("ab🙂cd", 10)).containsExactly("ab", "🙂", "cd");
  }
}
