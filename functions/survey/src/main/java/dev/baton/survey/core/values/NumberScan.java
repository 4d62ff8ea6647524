package dev.baton.survey.core.values;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a text that may be a number. Groups are of two or three digits, the last one of
 * three.
 */
final class NumberScan {
  private static final char ARABIC_DECIMAL = '\u066B';
  private static final char ARABIC_GROUP = '\u066C';

  private final String text;
  private final NumberLocale locale;
  private final int end;
  private int position;

  NumberScan(String text, NumberLocale locale) {
    this.text = Blanks.strip(text);
    this.locale = locale;
    this.end = this.text.length();
  }

  @Nullable BigDecimal read() {
    StringBuilder plain = new StringBuilder(Numbers.DIGITS + 2);
    if (position < end && isSign(text.charAt(position))) {
      plain.append(text.charAt(position) == '+' ? '+' : '-');
      position++;
    }
    int integral = integral(plain);
    int fraction = 0;
    if (integral >= 0 && position < end && isDecimal(text.charAt(position))) {
      position++;
      plain.append('.');
      fraction = digits(plain);
      if (fraction == 0) {
        return null;
      }
    }
    int count = integral + fraction;
    boolean readable = position == end && integral >= 0 && count > 0 && count <= Numbers.DIGITS;
    return readable ? new BigDecimal(plain.toString()) : null;
  }

  /** Digits before the decimal separator, possibly in groups; -1 when a group has a wrong size. */
  private int integral(StringBuilder plain) {
    int count = digits(plain);
    int group = count;
    boolean first = true;
    while (count > 0 && position < end && isGroup(text.charAt(position))) {
      if (first ? group > 3 : group < 2) {
        return -1;
      }
      position++;
      group = digits(plain);
      count += group;
      first = false;
      if (group < 2 || group > 3) {
        return -1;
      }
    }
    return first || group == 3 ? count : -1;
  }

  /** Appends the digits from here on and says how many; those beyond the limit are counted only. */
  private int digits(StringBuilder plain) {
    int count = 0;
    while (position < end) {
      int codePoint = text.codePointAt(position);
      int digit = Character.digit(codePoint, 10);
      if (digit < 0) {
        break;
      }
      if (count <= Numbers.DIGITS) {
        plain.append((char) ('0' + digit));
      }
      count++;
      position += Character.charCount(codePoint);
    }
    return count;
  }

  private static boolean isSign(char character) {
    return character == '+' || character == '-' || character == '\u2212';
  }

  private boolean isDecimal(char character) {
    return character == locale.decimal() || character == ARABIC_DECIMAL;
  }

  private boolean isGroup(char character) {
    if (character == ARABIC_GROUP || character == locale.group()) {
      return true;
    }
    return switch (locale.group()) {
      case ' ' -> Blanks.isBlank(character);
      case '\'' -> character == '\u2019';
      default -> false;
    };
  }
}
