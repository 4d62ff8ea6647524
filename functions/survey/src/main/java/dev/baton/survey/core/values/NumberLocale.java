package dev.baton.survey.core.values;

import java.util.Locale;
import java.util.Set;

/**
 * The separators with which a locale writes decimal numbers. Digits are understood in every Unicode
 * decimal script whatever the locale, and so are the Arabic separators. Source: Unicode CLDR,
 * number symbols.
 *
 * @param decimal the decimal separator
 * @param group the group separator; a blank stands for every kind of blank
 */
public record NumberLocale(char decimal, char group) {

  /** The default: {@code 1,234.5}. */
  public static final NumberLocale EN_US = new NumberLocale('.', ',');

  private static final NumberLocale COMMA_POINT = new NumberLocale(',', '.');
  private static final NumberLocale COMMA_BLANK = new NumberLocale(',', ' ');
  private static final NumberLocale POINT_APOSTROPHE = new NumberLocale('.', '\'');

  private static final Set<String> POINT_COMMA_REGIONS =
      Set.of(
          "es-mx", "es-us", "es-419", "es-gt", "es-hn", "es-ni", "es-sv", "es-pa", "es-do", "es-pr",
          "es-pe");

  private static final Set<String> APOSTROPHE_REGIONS = Set.of("de-ch", "de-li", "it-ch", "gsw-ch");

  private static final Set<String> COMMA_BLANK_TAGS =
      Set.of(
          "af", "be", "bg", "cs", "de-at", "en-za", "es-cr", "et", "fi", "fr", "hu", "hy", "ka",
          "kk", "ky", "lt", "lv", "nb", "nn", "no", "pl", "pt-ao", "pt-mz", "pt-pt", "ru", "sk",
          "sq", "sv", "tk", "uk", "uz");

  private static final Set<String> COMMA_POINT_TAGS =
      Set.of(
          "az", "bs", "ca", "da", "de", "el", "es", "eu", "fo", "gl", "hr", "id", "is", "it", "jv",
          "lo", "mk", "ms-bn", "nl", "pt", "ro", "rw", "sl", "sr", "tr", "vi");

  /**
   * The separators of a language tag such as {@code de-DE}; of {@code en-US} for a tag that is not
   * known.
   */
  public static NumberLocale of(String languageTag) {
    String tag = languageTag.toLowerCase(Locale.ROOT).replace('_', '-');
    if (POINT_COMMA_REGIONS.contains(tag)) {
      return EN_US;
    }
    if (APOSTROPHE_REGIONS.contains(tag)) {
      return POINT_APOSTROPHE;
    }
    if (COMMA_BLANK_TAGS.contains(tag)) {
      return COMMA_BLANK;
    }
    if (COMMA_POINT_TAGS.contains(tag)) {
      return COMMA_POINT;
    }
    int region = tag.lastIndexOf('-');
    return region < 0 ? EN_US : of(tag.substring(0, region));
  }
}
