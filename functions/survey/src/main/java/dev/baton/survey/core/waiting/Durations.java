package dev.baton.survey.core.waiting;

import java.util.OptionalLong;

/** Reads durations such as {@code 1 hour 30 minutes}. Source: survey specification §5.2. */
public final class Durations {
  private Durations() {}

  /**
   * The duration in milliseconds, rounded up to whole seconds, 1 s – 365 d; empty when the text is
   * none.
   */
  public static OptionalLong milliseconds(String text) {
    throw new UnsupportedOperationException(text);
  }
}
