package dev.baton.survey.core.values;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonBoolean;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers. A number is a sign, digits of any Unicode decimal script, group separators of the
 * locale and at most one decimal separator, with at most 34 digits; no hex, exponent or infinity.
 * JSON numbers may have an exponent. Source: survey specification §4.6.
 */
public final class Numbers {
  /** The digits of a number at most. */
  public static final int DIGITS = 34;

  private static final int LITERAL = 400;
  private static final int EXPONENT = 400;

  private Numbers() {}

  /** The number that the text is, blanks around it aside, or null. */
  public static @Nullable BigDecimal read(String text, NumberLocale locale) {
    return new NumberScan(text, locale).read();
  }

  /** The number that a JSON number or a text is, or null for everything else. */
  public static @Nullable BigDecimal read(@Nullable Json value, NumberLocale locale) {
    return switch (value) {
      case JsonNumber(String literal) -> ofLiteral(literal);
      case JsonText(String text) -> read(text, locale);
      case JsonBoolean truth -> null;
      case JsonNull nothing -> null;
      case JsonObject object -> null;
      case JsonArray array -> null;
      case null -> null;
    };
  }

  /** The decimal as JSON, without an exponent. */
  public static Json write(BigDecimal number) {
    return new JsonNumber(number.toPlainString());
  }

  /**
   * Literals beyond every sensible size are no numbers, because computing with them takes that many
   * digits.
   */
  private static @Nullable BigDecimal ofLiteral(String literal) {
    if (literal.length() > LITERAL) {
      return null;
    }
    try {
      BigDecimal number = new BigDecimal(literal);
      return Math.abs((long) number.scale()) > EXPONENT ? null : number;
    } catch (NumberFormatException malformed) {
      return null;
    }
  }
}
