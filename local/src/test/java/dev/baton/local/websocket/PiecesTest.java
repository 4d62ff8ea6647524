package dev.baton.local.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PiecesTest {
  private static final int FRAME = 12;

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a", "abcdefghijkl", "abcdefghijklm", "éééééé€€€€€€", "a😀😀😀😀😀😀😀"})
  void piecesFitAndMakeUpTheText(String text) {
    Pieces pieces = new Pieces(text, FRAME);
    List<String> all = new ArrayList<>();
    while (!pieces.isEmpty()) {
      all.add(pieces.next());
    }

    assertThat(String.join("", all)).isEqualTo(text);
    assertThat(all)
        .isNotEmpty()
        .allSatisfy(piece -> {
          byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
          assertThat(bytes.length).isLessThanOrEqualTo(FRAME);
          assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(piece);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"abcdefghijkl", "éééééé"})
  void whatFitsIsOnePiece(String text) {
    Pieces pieces = new Pieces(text, FRAME);

    assertThat(pieces.next()).isEqualTo(text);
    assertThat(pieces.isEmpty()).isTrue();
  }
}
