package dev.baton.survey.core.values;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Reads dates. Source: survey specification §4.6. */
public final class Dates {
  private static final DateFormat ISO = new DateFormat(DateFormat.Order.YYYYMMDD, "-");
  private static final int ISO_LENGTH = 10;

  private Dates() {}

  /**
   * The date that the text is, or null. It is ISO {@code YYYY-MM-DD}, also with {@code T} or a
   * blank and a time behind it, or written in one of the formats; an absent format is passed over.
   */
  public static @Nullable LocalDate read(String text, @Nullable DateFormat... formats) {
    String stripped = Blanks.strip(text);
    LocalDate date = iso(stripped);
    for (int index = 0; date == null && index < formats.length; index++) {
      DateFormat format = formats[index];
      date = format == null ? null : in(format, stripped);
    }
    return date;
  }

  private static @Nullable LocalDate iso(String text) {
    if (text.length() == ISO_LENGTH) {
      return in(ISO, text);
    }
    if (text.length() < ISO_LENGTH) {
      return null;
    }
    char next = text.charAt(ISO_LENGTH);
    return next == 'T' || next == 't' || Blanks.isBlank(next)
        ? iso(text.substring(0, ISO_LENGTH))
        : null;
  }

  private static @Nullable LocalDate in(DateFormat format, String text) {
    return switch (format.order()) {
      case DDMMYYYY -> {
        int[] parts = parts(text, format.separator(), 2, 2, 4);
        yield parts.length == 0 ? null : date(parts[2], parts[1], parts[0]);
      }
      case MMDDYYYY -> {
        int[] parts = parts(text, format.separator(), 2, 2, 4);
        yield parts.length == 0 ? null : date(parts[2], parts[0], parts[1]);
      }
      case YYYYMMDD -> {
        int[] parts = parts(text, format.separator(), 4, 2, 2);
        yield parts.length == 0 ? null : date(parts[0], parts[1], parts[2]);
      }
    };
  }

  /**
   * Three numbers of the widths with the separator between them; none when the text is anything
   * else.
   */
  private static int[] parts(String text, String separator, int... widths) {
    int[] parts = new int[widths.length];
    int from = 0;
    for (int part = 0; part < widths.length; part++) {
      int to = end(text, separator, from, widths[part], part == widths.length - 1);
      parts[part] = to < 0 ? -1 : number(text, from, to, widths[part], !separator.isEmpty());
      if (parts[part] < 0) {
        return new int[0];
      }
      from = to + separator.length();
    }
    return parts;
  }

  private static int end(String text, String separator, int from, int width, boolean last) {
    if (last) {
      return text.length();
    }
    return separator.isEmpty()
        ? Math.min(text.length(), from + width)
        : text.indexOf(separator, from);
  }

  /** Days and months may be of one digit when something separates them. */
  private static int number(String text, int from, int to, int width, boolean separated) {
    int digits = to - from;
    boolean fits = digits == width || (separated && width == 2 && digits == 1);
    int value = 0;
    for (int index = from; fits && index < to; index++) {
      int digit = Character.digit(text.charAt(index), 10);
      fits = digit >= 0;
      value = value * 10 + digit;
    }
    return fits ? value : -1;
  }

  private static @Nullable LocalDate date(int year, int month, int day) {
    if (month < 1 || month > 12 || day < 1 || day > YearMonth.of(year, month).lengthOfMonth()) {
      return null;
    }
    return LocalDate.of(year, month, day);
  }
}
