package dev.baton.core.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Instants as text: UTC with milliseconds and {@code Z}, as in {@code 2026-01-15T10:00:00.000Z}.
 */
public final class UtcText {
  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private UtcText() {}

  /** The text of an instant in milliseconds since 1970. */
  public static String write(long milliseconds) {
    return WRITTEN.format(Instant.ofEpochMilli(milliseconds));
  }

  /**
   * The milliseconds of an ISO-8601 date-time with offset or {@code Z}, or of a date alone (its
   * midnight, UTC); null when the text is neither.
   */
  public static @Nullable Long read(String text) {
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli()
          : OffsetDateTime.parse(text).toInstant().toEpochMilli();
    } catch (DateTimeException | ArithmeticException unreadable) {
      return null;
    }
  }
}
