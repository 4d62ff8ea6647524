package dev.baton.survey.responses;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows as CSV of RFC 4180: lines end with CR LF, a cell with a comma, quote or line end is quoted,
 * quotes are doubled.
 *
 * <p>A spreadsheet runs a cell that begins with {@code = + - @}, a tab or a line end as a formula.
 * Such a cell gets an apostrophe in front, and so does a cell that begins with an apostrophe:
 * whoever takes one leading apostrophe off every cell has exactly what was said. A plain number
 * such as {@code -5} is no formula and stays as it is.
 */
final class CsvText {
  private static final String LINE_END = "\r\n";
  // The full-width forms are read like the plain ones by some spreadsheets.
  private static final String RISKY = "=+-@\t\r\n'\uFF1D\uFF0B\uFF0D\uFF20";
  private static final String PLAIN_NUMBER = "-?[0-9]{1,34}(\\.[0-9]{1,34})?";

  private CsvText() {}

  static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> quoted(harmless(cell)))
        .collect(Collectors.joining(",", "", LINE_END));
  }

  private static String harmless(String cell) {
    boolean risky = !cell.isEmpty() && RISKY.indexOf(cell.charAt(0)) >= 0;
    return risky && !cell.matches(PLAIN_NUMBER) ? "'" + cell : cell;
  }

  private static String quoted(String cell) {
    boolean needed = cell.chars().anyMatch(letter -> ",\"\r\n".indexOf(letter) >= 0);
    return needed ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
  }
}
