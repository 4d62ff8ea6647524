package dev.baton.gateway.core.call;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonNumber;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers with a few decimals, as reports show them. */
public final class Figures {
  private Figures() {}

  /** Milliseconds with at most two decimals. */
  public static Json milliseconds(double value) {
    return rounded(value, 2);
  }

  /** A share from 0 to 1 with at most four decimals, at least one. */
  public static Json share(double value) {
    return rounded(value, 4);
  }

  private static Json rounded(double value, int decimals) {
    BigDecimal rounded =
        BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
    return new JsonNumber(rounded.setScale(Math.max(1, rounded.scale())).toPlainString());
  }
}
