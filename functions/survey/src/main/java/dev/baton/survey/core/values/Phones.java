package dev.baton.survey.core.values;

import org.jspecify.annotations.Nullable;

/**
 * Reads phone numbers. All but digits and a leading {@code +} is dropped; with {@code +} 8–15
 * digits count, the first not 0; without it a national number of a country. Source: survey
 * specification §4.2, ITU-T E.164.
 */
public final class Phones {
  /** The country of a national number if the form names none. */
  public static final String DEFAULT_COUNTRY = "US";

  private Phones() {}

  /** The number as {@code +} and digits, or null when the text is no valid phone number. */
  public static @Nullable String e164(String text, String country) {
    throw new UnsupportedOperationException(text + country);
  }

  /** Whether national numbers of that ISO 3166 country can be read. */
  public static boolean knows(String country) {
    throw new UnsupportedOperationException(country);
  }
}
