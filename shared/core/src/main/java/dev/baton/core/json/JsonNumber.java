package dev.baton.core.json;

import java.math.BigDecimal;

/**
 * A JSON number with its digits as written, so that {@code 82.50} stays {@code 82.50} and a long id
 * keeps every digit.
 *
 * @param literal the number as RFC 8259 writes it
 */
public record JsonNumber(String literal) implements Json {

  /**
   * The decimal value. Callers bound the literal first: an exponent of a million makes a million
   * digits elsewhere.
   */
  public BigDecimal decimal() {
    return new BigDecimal(literal);
  }
}
