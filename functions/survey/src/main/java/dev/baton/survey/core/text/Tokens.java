package dev.baton.survey.core.text;

import java.util.List;

/**
 * The digits that stand for placeholders while a description is parsed: a prefix that the
 * description does not contain, then the placeholder's number.
 *
 * @param prefix the prefix; its first digit occurs in it only once, so that no two can overlap
 * @param hidden the placeholders by number
 */
record Tokens(String prefix, List<String> hidden) {
  /** Placeholders of one description at most; those behind it stay as they are. */
  static final int MOST = 1_000_000;

  private static final long FIRST_PREFIX = 9_000_001;
  private static final int WIDTH = 6;

  Tokens {
    hidden = List.copyOf(hidden);
  }

  static String prefixFor(String text) {
    long candidate = FIRST_PREFIX;
    String prefix = Long.toString(candidate);
    while (text.contains(prefix) || prefix.lastIndexOf('9') > 0) {
      candidate++;
      prefix = Long.toString(candidate);
    }
    return prefix;
  }

  static String token(String prefix, int number) {
    String digits = Integer.toString(number);
    return prefix + "0".repeat(WIDTH - digits.length()) + digits;
  }

  /** Whether a token is in the text. */
  boolean isIn(String text) {
    return next(text, 0) >= 0;
  }

  /** Whether the text is one token and nothing else. */
  boolean isToken(String text) {
    return text.length() == prefix.length() + WIDTH && next(text, 0) == 0;
  }

  /** The text with the placeholders in their places. */
  String restore(String text) {
    int at = next(text, 0);
    if (at < 0) {
      return text;
    }
    StringBuilder restored = new StringBuilder(text.length() + 16);
    int from = 0;
    while (at >= 0) {
      restored.append(text, from, at).append(hidden.get(number(text, at)));
      from = at + prefix.length() + WIDTH;
      at = next(text, from);
    }
    return restored.append(text, from, text.length()).toString();
  }

  /**
   * Where the next token begins. An escape sequence can spell the prefix; that is no token without
   * a number of ours.
   */
  private int next(String text, int from) {
    int at = text.indexOf(prefix, from);
    while (at >= 0 && number(text, at) >= hidden.size()) {
      at = text.indexOf(prefix, at + 1);
    }
    return at;
  }

  /** The number of the token that begins there; too high when there is none. */
  private int number(String text, int at) {
    int from = at + prefix.length();
    int number = 0;
    for (int index = from; index < from + WIDTH; index++) {
      int digit = index < text.length() ? text.charAt(index) - '0' : -1;
      if (digit < 0 || digit > 9) {
        return MOST;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
