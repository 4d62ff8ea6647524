package dev.baton.survey.inbound;

import dev.baton.core.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Reads the platform's times: milliseconds, or seconds where the number is below 10^11. Source:
 * survey spec §2.2.
 */
final class Timestamps {
  private static final long SECONDS_BELOW = 100_000_000_000L;
  private static final int LONGEST = 13;

  private Timestamps() {}

  /**
   * The time in milliseconds since 1970; the fallback where the value is none of this platform's
   * times.
   */
  static long orElse(@Nullable Json value, long fallback) {
    String text = Texts.scalar(value);
    String digits = text == null ? "" : text.strip();
    if (digits.isEmpty() || digits.length() > LONGEST || !Ids.isDigits(digits)) {
      return fallback;
    }
    long number = Long.parseLong(digits);
    if (number == 0) {
      return fallback;
    }
    return number < SECONDS_BELOW ? number * 1000 : number;
  }
}
