package dev.baton.core.schema;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonText;
import dev.baton.core.time.UtcText;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers and points in time as inputs may write them. */
public final class Moments {
  /** The latest moment an input may name, in milliseconds since 1970: the end of the year 9999. */
  public static final long LATEST = 253_402_300_799_999L;

  /** A date, or a date-time with seconds and offset. Source: RFC 3339, section 5.6. */
  static final Pattern TEXT =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}(T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
              + "([.][0-9]{1,9})?(Z|[+-](0[0-9]|1[0-7]):[0-5][0-9]))?");

  private Moments() {}

  /** The moment of a valid value in milliseconds since 1970, or null when it is none. */
  public static @Nullable Long read(@Nullable Json value) {
    return switch (value) {
      case JsonText(String text) when TEXT.matcher(text).matches() -> UtcText.read(text);
      case JsonNumber(String literal) -> within(literal);
      case null, default -> null;
    };
  }

  /** The whole number that a literal within the range of a long writes, or null when it is none. */
  public static @Nullable Long whole(String literal) {
    BigDecimal number = decimal(literal);
    return number != null
            && number.compareTo(BigDecimal.valueOf(Long.MIN_VALUE)) >= 0
            && number.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0
            && isWhole(number)
        ? number.longValue()
        : null;
  }

  static boolean isMoment(Json value) {
    return read(value) != null;
  }

  /** Only for numbers whose size is known to be bounded: an exponent can be long to write out. */
  static boolean isWhole(BigDecimal bounded) {
    return bounded.signum() == 0 || bounded.stripTrailingZeros().scale() <= 0;
  }

  static @Nullable BigDecimal decimal(String literal) {
    try {
      return new BigDecimal(literal);
    } catch (NumberFormatException exponentTooLong) {
      return null;
    }
  }

  private static @Nullable Long within(String literal) {
    Long whole = whole(literal);
    return whole == null || whole < 0 || whole > LATEST ? null : whole;
  }
}
