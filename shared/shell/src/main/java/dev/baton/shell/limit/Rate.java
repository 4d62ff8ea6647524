package dev.baton.shell.limit;

import dev.baton.shell.config.SettingFault;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often something may happen. As text {@code calls/duration/burst}, such as {@code 30/PT1M/10}:
 * 30 calls a minute in the long run, 10 of them at once; {@code 0} means without limit.
 *
 * @param calls calls per duration; 0 for no limit
 * @param per the duration
 * @param burst calls that may come at once after a pause
 */
public record Rate(long calls, Duration per, long burst) {
  private static final Pattern TEXT = Pattern.compile("([0-9]{1,9})/(P[^/]{1,30})/([0-9]{1,9})");

  /** Without limit. */
  public static final Rate UNLIMITED = new Rate(0, Duration.ofSeconds(1), 1);

  /** A rate that can be kept: what is limited lets at least one call through. */
  public Rate {
    if (calls < 0 || burst < 1 || per.isZero() || per.isNegative()) {
      throw new IllegalArgumentException(
          "A rate of " + calls + " per " + per + " with a burst of " + burst + " cannot be kept.");
    }
  }

  /**
   * The rate that a text writes.
   *
   * @throws SettingFault naming the setting when it writes none
   */
  public static Rate parse(String name, String text) {
    Matcher matcher = TEXT.matcher(text);
    if (text.equals("0")) {
      return UNLIMITED;
    }
    try {
      if (matcher.matches()) {
        return new Rate(
            Long.parseLong(matcher.group(1)),
            Duration.parse(matcher.group(2)),
            Long.parseLong(matcher.group(3)));
      }
    } catch (DateTimeParseException | IllegalArgumentException none) {
      // Said below, with the name of the setting.
    }
    throw new SettingFault(
        "Setting "
            + name
            + " is '"
            + text
            + "', which is neither 0 nor a rate such as 30/PT1M/10.");
  }

  /** Whether there is no limit. */
  public boolean isUnlimited() {
    return calls == 0;
  }

  /** The time in microseconds in which one call becomes possible again. */
  long interval() {
    return Math.max(1, per.toNanos() / 1_000 / calls);
  }
}
