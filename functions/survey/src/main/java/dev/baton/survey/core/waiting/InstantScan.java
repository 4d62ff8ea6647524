package dev.baton.survey.core.waiting;

/** A cursor over the text of an instant. Used once. */
final class InstantScan {
  private static final int NANO_DIGITS = 9;

  private final String text;
  private int position;

  InstantScan(String text) {
    this.text = text;
  }

  boolean atEnd() {
    return position == text.length();
  }

  /** Passes over the character if it is next. */
  boolean next(char expected) {
    boolean found = position < text.length() && text.charAt(position) == expected;
    if (found) {
      position++;
    }
    return found;
  }

  /** The number of exactly that many digits, or -1. */
  int number(int width) {
    int value = 0;
    for (int count = 0; count < width; count++) {
      int digit = digit();
      if (digit < 0) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  /** A fraction of a second in nanoseconds, later digits cut off; -1 without a digit. */
  int fraction() {
    int value = 0;
    int count = 0;
    for (int digit = digit(); digit >= 0; digit = digit()) {
      if (count < NANO_DIGITS) {
        value = value * 10 + digit;
      }
      count++;
    }
    for (int missing = count; missing < NANO_DIGITS; missing++) {
      value *= 10;
    }
    return count == 0 ? -1 : value;
  }

  private int digit() {
    int digit = atEnd() ? -1 : text.charAt(position) - '0';
    if (digit < 0 || digit > 9) {
      return -1;
    }
    position++;
    return digit;
  }
}
