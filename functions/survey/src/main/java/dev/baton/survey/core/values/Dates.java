package dev.baton.survey.core.values;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads dates. Source: survey specification §4.6. */
public final class Dates {
  private Dates() {}

  /**
   * The date that the text is, or null. It is ISO {@code YYYY-MM-DD}, also with a time behind it,
   * or written in one of the formats; an absent format is passed over.
   */
  public static @Nullable LocalDate read(String text, @Nullable DateFormat... formats) {
    throw new UnsupportedOperationException(text + formats.length);
  }
}
