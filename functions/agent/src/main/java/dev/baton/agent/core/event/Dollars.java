package dev.baton.agent.core.event;

import dev.baton.core.json.JsonNumber;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Money as callers read and write it: dollars, of which runs count billionths. */
public final class Dollars {
  private static final int DIGITS = 9;

  private Dollars() {}

  /** The dollars of so many billionths; null where they are not known. */
  public static @Nullable JsonNumber ofNanos(@Nullable Long nanos) {
    if (nanos == null) {
      return null;
    }
    BigDecimal dollars = BigDecimal.valueOf(nanos, DIGITS).stripTrailingZeros();
    return new JsonNumber(dollars.toPlainString());
  }

  /** The billionths of so many dollars, without what is less than one. */
  public static long nanos(JsonNumber dollars) {
    return dollars.decimal().movePointRight(DIGITS).longValue();
  }
}
