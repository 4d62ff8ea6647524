package dev.baton.survey.graph;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Reads {@code Retry-After}: seconds or an HTTP date. Source: RFC 9110 §10.2.3. */
final class RetryAfter {
  private static final int MOST_DIGITS = 9;

  private final InstantSource clock;

  RetryAfter(InstantSource clock) {
    this.clock = clock;
  }

  /** The wait in milliseconds, or null when none is asked for or it is unreadable. */
  @Nullable Long millis(HttpHeaders headers) {
    String value = headers.firstValue("Retry-After").map(String::strip).orElse("");
    if (value.isEmpty()) {
      return null;
    }
    if (value.length() <= MOST_DIGITS && value.chars().allMatch(Character::isDigit)) {
      return Duration.ofSeconds(Long.parseLong(value)).toMillis();
    }
    return untilDate(value);
  }

  private @Nullable Long untilDate(String value) {
    try {
      ZonedDateTime date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
      return Math.max(0, Duration.between(clock.instant(), date.toInstant()).toMillis());
    } catch (DateTimeException unreadable) {
      return null;
    }
  }
}
