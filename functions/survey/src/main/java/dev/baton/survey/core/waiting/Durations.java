package dev.baton.survey.core.waiting;

import java.util.OptionalLong;

/** Reads durations such as {@code 1 hour 30 minutes}. Source: survey specification §5.2. */
public final class Durations {
  /** The longest duration, 365 days. */
  public static final long LONGEST_MILLISECONDS = 365L * 24 * 60 * 60 * 1000;

  private Durations() {}

  /**
   * The duration in milliseconds, rounded up to whole seconds, 1 s – 365 d; empty when the text is
   * none.
   */
  public static OptionalLong milliseconds(String text) {
    long milliseconds = new DurationScan(text).milliseconds();
    return milliseconds < 1000 || milliseconds > LONGEST_MILLISECONDS
        ? OptionalLong.empty()
        : OptionalLong.of(milliseconds);
  }

  /** Why the text is no duration, for its author. */
  public static String whyNot(String text) {
    return new DurationScan(text).milliseconds() < 0
        ? "'" + text + "' is not a duration"
        : "'" + text + "' is not between 1 second and 365 days";
  }
}
