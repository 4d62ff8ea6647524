package dev.baton.survey.core.waiting;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads instants such as {@code 2026-03-01T08:00Z}: an ISO date, or date and time with {@code T} or
 * a blank between, with {@code Z}, an offset or in a zone. Source: survey specification §5.2, ISO
 * 8601.
 */
public final class Instants {
  private static final int MOST_SECONDS_OF_OFFSET = 18 * 60 * 60;

  private Instants() {}

  /**
   * The instant in milliseconds since 1970; empty when the text is none. The zone counts where none
   * is written; a date alone is its midnight there, and a time that the clocks skip is taken that
   * much later.
   */
  public static OptionalLong milliseconds(String text, ZoneId zone) {
    InstantScan scan = new InstantScan(text.strip());
    LocalDateTime time = time(scan);
    ZoneId written = time == null || scan.atEnd() ? zone : zone(scan);
    return time == null || written == null || !scan.atEnd()
        ? OptionalLong.empty()
        : OptionalLong.of(time.atZone(written).toInstant().toEpochMilli());
  }

  private static @Nullable LocalDateTime time(InstantScan scan) {
    int year = scan.number(4);
    int month = scan.next('-') ? scan.number(2) : -1;
    int day = scan.next('-') ? scan.number(2) : -1;
    boolean dateOnly = scan.atEnd();
    if (!dateOnly && !scan.next('T') && !scan.next('t') && !scan.next(' ')) {
      return null;
    }
    int hour = dateOnly ? 0 : scan.number(2);
    int minute = dateOnly ? 0 : scan.next(':') ? scan.number(2) : -1;
    int second = scan.next(':') ? scan.number(2) : 0;
    int nano = scan.next('.') ? scan.fraction() : 0;
    if (year < 0) {
      return null;
    }
    try {
      return LocalDateTime.of(year, month, day, hour, minute, second, nano);
    } catch (DateTimeException noSuchTime) {
      return null;
    }
  }

  private static @Nullable ZoneId zone(InstantScan scan) {
    scan.next(' ');
    if (scan.next('Z') || scan.next('z')) {
      return ZoneOffset.UTC;
    }
    int sign = scan.next('+') ? 1 : scan.next('-') ? -1 : 0;
    int hours = scan.number(2);
    int minutes = scan.next(':') || !scan.atEnd() ? scan.number(2) : 0;
    int seconds = hours * 60 * 60 + minutes * 60;
    boolean valid =
        sign != 0
            && hours >= 0
            && minutes >= 0
            && minutes < 60
            && seconds <= MOST_SECONDS_OF_OFFSET;
    return valid ? ZoneOffset.ofTotalSeconds(sign * seconds) : null;
  }
}
