package dev.baton.survey.core.handoff;

import java.util.Locale;

/**
 * Where words end in a name without accents. Upper case begins a word, the last capital of a run
 * belongs to the word behind it, digits are words of their own except ordinals. Letters without
 * case count as lower-case ones.
 */
final class Words {
  private Words() {}

  /** The end of the word that begins there; the position itself when none does. */
  static int end(String text, int from) {
    char first = text.charAt(from);
    if (isDigit(first)) {
      return digitsEnd(text, from);
    }
    if (isLower(first)) {
      return lowerEnd(text, from);
    }
    if (!isUpper(first)) {
      return from;
    }
    int run = from;
    while (run < text.length() && isUpper(text.charAt(run))) {
      run++;
    }
    boolean lowerFollows = run < text.length() && isLower(text.charAt(run));
    if (!lowerFollows) {
      return run;
    }
    return run - from == 1 ? lowerEnd(text, run) : run - 1;
  }

  private static int lowerEnd(String text, int from) {
    int end = from;
    while (end < text.length() && isLower(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int digitsEnd(String text, int from) {
    int end = from;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return isOrdinal(text, end) ? end + 2 : end;
  }

  /**
   * Whether 1st, 2nd, 3rd or 4th ends there, all in one case, and no letter of that case follows.
   */
  private static boolean isOrdinal(String text, int digitsEnd) {
    if (digitsEnd + 2 > text.length()) {
      return false;
    }
    String suffix = text.substring(digitsEnd, digitsEnd + 2);
    String expected =
        switch (text.charAt(digitsEnd - 1)) {
          case '1' -> "st";
          case '2' -> "nd";
          case '3' -> "rd";
          default -> "th";
        };
    boolean lower = suffix.equals(expected);
    boolean upper = suffix.equals(expected.toUpperCase(Locale.ROOT));
    if (!lower && !upper) {
      return false;
    }
    if (digitsEnd + 2 == text.length()) {
      return true;
    }
    char next = text.charAt(digitsEnd + 2);
    return lower ? !isLower(next) && !isDigit(next) : !isUpper(next) && !isDigit(next);
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  private static boolean isUpper(char character) {
    return Character.isUpperCase(character);
  }

  private static boolean isLower(char character) {
    return !isUpper(character)
        && (Character.isLetter(character) || Character.isSurrogate(character));
  }
}
