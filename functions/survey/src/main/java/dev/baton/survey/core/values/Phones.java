package dev.baton.survey.core.values;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads phone numbers. All but digits and a leading {@code +} is dropped; with {@code +} 8–15
 * digits count, the first not 0; without it a national number of a country. Source: survey
 * specification §4.2, ITU-T E.164.
 */
public final class Phones {
  /** The country of a national number if the form names none. */
  public static final String DEFAULT_COUNTRY = "US";

  private static final String NORTH_AMERICA = "1";
  private static final String RUSSIA = "7";
  private static final int SHORTEST = 8;
  private static final int LONGEST = 15;

  private Phones() {}

  /** The number as {@code +} and digits, or null when the text is no valid phone number. */
  public static @Nullable String e164(String text, String country) {
    StringBuilder digits = new StringBuilder(16);
    boolean international = false;
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      int digit = Character.digit(character, 10);
      if (digit >= 0) {
        digits.append((char) ('0' + digit));
      } else if (digits.isEmpty() && (character == '+' || character == '\uFF0B')) {
        international = true;
      }
    }
    return international
        ? international(digits.toString())
        : national(digits.toString(), country.toUpperCase(Locale.ROOT));
  }

  /** Whether national numbers of that ISO 3166 country can be read. */
  public static boolean knows(String country) {
    return CallingCodes.of(country.toUpperCase(Locale.ROOT)) != null;
  }

  private static @Nullable String international(String digits) {
    int length = digits.length();
    return length < SHORTEST || length > LONGEST || digits.charAt(0) == '0' ? null : "+" + digits;
  }

  private static @Nullable String national(String digits, String country) {
    String code = CallingCodes.of(country);
    if (code == null) {
      return null;
    }
    if (code.equals(NORTH_AMERICA)) {
      return northAmerican(digits);
    }
    String trunk = code.equals(RUSSIA) ? "8" : "0";
    boolean prefixed = digits.startsWith(trunk) && !CallingCodes.keepsZero(country);
    return international(code + (prefixed ? digits.substring(1) : digits));
  }

  /** Ten digits, or eleven from 1; area and exchange begin with 2–9. */
  private static @Nullable String northAmerican(String digits) {
    String number =
        digits.length() == 11 && digits.startsWith(NORTH_AMERICA) ? digits.substring(1) : digits;
    boolean valid = number.length() == 10 && number.charAt(0) >= '2' && number.charAt(3) >= '2';
    return valid ? "+1" + number : null;
  }
}
