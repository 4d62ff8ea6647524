package dev.baton.survey.core.values;

/**
 * The separators with which a locale writes decimal numbers. Digits are understood in every Unicode
 * decimal script whatever the locale. Source: Unicode CLDR, number symbols.
 *
 * @param decimal the decimal separator
 * @param group the group separator; a blank stands for every kind of blank
 */
public record NumberLocale(char decimal, char group) {

  /** The default: {@code 1,234.5}. */
  public static final NumberLocale EN_US = new NumberLocale('.', ',');

  /**
   * The separators of a language tag such as {@code de-DE}; of {@code en-US} for a tag that is not
   * known.
   */
  public static NumberLocale of(String languageTag) {
    throw new UnsupportedOperationException(languageTag);
  }
}
