package dev.baton.survey.core.values;

import dev.baton.core.json.Json;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers. A number is a sign, digits of any Unicode decimal script, group separators of the
 * locale and at most one decimal separator, with at most 34 digits; no hex, exponent or infinity.
 * Source: survey specification §4.6.
 */
public final class Numbers {
  private Numbers() {}

  /** The number that the text is, blanks around it aside, or null. */
  public static @Nullable BigDecimal read(String text, NumberLocale locale) {
    throw new UnsupportedOperationException(text + locale);
  }

  /** The number that a JSON number or a text is, or null for everything else. */
  public static @Nullable BigDecimal read(@Nullable Json value, NumberLocale locale) {
    throw new UnsupportedOperationException(value + "" + locale);
  }
}
