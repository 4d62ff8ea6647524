package dev.baton.survey.core.values;

/**
 * Blanks of every kind: white space, no-break spaces and the marks that only turn the writing
 * direction.
 */
public final class Blanks {
  private Blanks() {}

  /** Whether the character is a blank. */
  public static boolean isBlank(char character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || character == '\u200E'
        || character == '\u200F'
        || character == '\u061C'
        || character == '\uFEFF';
  }

  /** Whether nothing but blanks is in the text. */
  public static boolean isBlank(String text) {
    for (int index = 0; index < text.length(); index++) {
      if (!isBlank(text.charAt(index))) {
        return false;
      }
    }
    return true;
  }

  /** The text without the blanks around it. */
  public static String strip(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }
}
