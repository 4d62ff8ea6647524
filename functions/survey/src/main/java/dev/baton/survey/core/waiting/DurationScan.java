package dev.baton.survey.core.waiting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a text that may be a duration: {@code part (joiner part)*}, where a part is a
 * number and a unit and a joiner is blanks, a comma, the word "and", all of them or nothing. Used
 * once.
 */
final class DurationScan {
  private static final String AND = "and";
  private static final int NUMBER_LENGTH = 18;
  private static final BigDecimal TOO_LONG = BigDecimal.valueOf(Durations.LONGEST_MILLISECONDS);

  private final String text;
  private final Set<DurationUnit> used = EnumSet.noneOf(DurationUnit.class);
  private int position;

  DurationScan(String text) {
    this.text = text;
  }

  /**
   * Whole seconds in milliseconds, rounded up; -1 when the text is no duration, the largest number
   * when too long.
   */
  long milliseconds() {
    BigDecimal seconds = BigDecimal.ZERO;
    skipBlanks();
    do {
      BigDecimal part = part();
      if (part == null) {
        return -1;
      }
      seconds = seconds.add(part);
    } while (join());
    return seconds.compareTo(TOO_LONG) > 0
        ? Long.MAX_VALUE
        : seconds.setScale(0, RoundingMode.CEILING).longValueExact() * 1000;
  }

  private @Nullable BigDecimal part() {
    int from = position;
    int digits = digits();
    if (digits > 0 && position < text.length() && text.charAt(position) == '.') {
      position++;
      digits = digits();
    }
    if (digits == 0 || position - from > NUMBER_LENGTH) {
      return null;
    }
    BigDecimal number = new BigDecimal(text.substring(from, position));
    skipBlanks();
    int word = position;
    while (position < text.length() && isLetter(text.charAt(position))) {
      position++;
    }
    DurationUnit unit = DurationUnit.of(text.substring(word, position));
    return unit != null && used.add(unit)
        ? number.multiply(BigDecimal.valueOf(unit.seconds()))
        : null;
  }

  private boolean isAnd(int at) {
    return text.regionMatches(true, at, AND, 0, AND.length());
  }

  /**
   * Passes over what may stand between two parts; false at the end. A part is missing behind a
   * joiner at the end.
   */
  private boolean join() {
    skipBlanks();
    if (position == text.length()) {
      return false;
    }
    if (text.charAt(position) == ',') {
      position++;
      skipBlanks();
    }
    if (isAnd(position)) {
      position += AND.length();
      skipBlanks();
    }
    return true;
  }

  private int digits() {
    int from = position;
    while (position < text.length()
        && text.charAt(position) >= '0'
        && text.charAt(position) <= '9') {
      position++;
    }
    return position - from;
  }

  private void skipBlanks() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
  }

  private static boolean isLetter(char character) {
    return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z';
  }
}
