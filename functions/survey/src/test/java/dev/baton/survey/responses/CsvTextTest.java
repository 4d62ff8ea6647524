package dev.baton.survey.responses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTest {

  @Test
  void cellsAreSeparatedByCommasAndLinesEndWithCarriageReturnAndLineFeed() {
    assertThat(CsvText.line(List.of("a", "", "c"))).isEqualTo("a,,c\r\n");
    assertThat(CsvText.line(List.of("", "b"))).isEqualTo(",b\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a,b      | "a,b"
          say "hi" | "say ""hi\"""
          """)
  void separatorsAndQuotesAreQuoted(String cell, String written) {
    assertThat(CsvText.line(List.of(cell))).isEqualTo(written + "\r\n");
  }

  @Test
  void lineEndsStayInsideTheirCell() {
    assertThat(CsvText.line(List.of("a\nb"))).isEqualTo("\"a\nb\"\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+49 30 1234",
        "-1+1",
        "@SUM(A1)",
        "\tx",
        "\rx",
        "\n=x",
        "'tis",
        "\uFF1Dx",
        "-",
        "--5",
        "-5x"
      })
  void whatASpreadsheetWouldRunIsDefusedAndComesBackWhole(String said) {
    String line = CsvText.line(List.of(said));

    assertThat(line.replace("\"", "")).startsWith("'");
    assertThat(read(line)).containsExactly(said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-5", "-5.25", "5", "82.50", "x=1", "", "a'b", "true"})
  void whatIsNoFormulaIsLeftAlone(String said) {
    assertThat(CsvText.line(List.of(said))).isEqualTo(said + "\r\n");
  }

  @Test
  void everyRandomTextComesBackWhole() {
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    String letters = "=+-@'\"\r\n\t,;a5 \u05D0\uFF1D";
    for (int round = 0; round < 20_000; round++) {
      List<String> cells = new ArrayList<>();
      for (int cell = 0; cell < 3; cell++) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(6); left > 0; left--) {
          text.append(letters.charAt(random.nextInt(letters.length())));
        }
        cells.add(text.toString());
      }

      assertThat(read(CsvText.line(cells))).as("seed %d", seed).isEqualTo(cells);
    }
  }

  /** An RFC 4180 reader that takes one leading apostrophe off every cell. */
  private static List<String> read(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int index = 0; index < line.length() - 2; index++) {
      char letter = line.charAt(index);
      if (letter == '"' && quoted && line.charAt(index + 1) == '"') {
        cell.append('"');
        index++;
      } else if (letter == '"') {
        quoted = !quoted;
      } else if (letter == ',' && !quoted) {
        cells.add(plain(cell));
        cell.setLength(0);
      } else {
        cell.append(letter);
      }
    }
    cells.add(plain(cell));
    return cells;
  }

  private static String plain(StringBuilder cell) {
    return cell.isEmpty() || cell.charAt(0) != '\'' ? cell.toString() : cell.substring(1);
  }
}
