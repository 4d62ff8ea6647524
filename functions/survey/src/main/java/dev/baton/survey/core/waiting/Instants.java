package dev.baton.survey.core.waiting;

import java.time.ZoneId;
import java.util.OptionalLong;

/** Reads instants such as {@code 2026-03-01T08:00Z}. Source: survey specification §5.2. */
public final class Instants {
  private Instants() {}

  /**
   * The instant in milliseconds since 1970; empty when the text is none. The zone counts where none
   * is written.
   */
  public static OptionalLong milliseconds(String text, ZoneId zone) {
    throw new UnsupportedOperationException(text + zone);
  }
}
