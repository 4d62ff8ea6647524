package dev.baton.survey.core.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedsTest {

  @ParameterizedTest
  @CsvSource({
    "'', 3696677242",
    "a, 1016544589",
    "abcd, 2562006677",
    "reading1, 1613263610",
    "READ014567890123456789, 3382297316",
    "READ0145678901234567894567890123456789, 1625612078",
  })
  void fingerprintsAreThoseOfFarmHash(String text, long fingerprint) {
    assertThat(Seeds.fingerprint32(text)).isEqualTo(fingerprint);
  }

  /**
   * Values of google/farmhash 1.1 for the beginnings of one text: every length class, one block and
   * many.
   */
  @ParameterizedTest
  @CsvSource({
    "1, 1086313924",
    "4, 3762532381",
    "5, 13503916",
    "8, 3612493661",
    "12, 2355747328",
    "13, 3391027036",
    "19, 3274136801",
    "24, 4144986626",
    "25, 1338914598",
    "40, 826015951",
    "41, 2395687248",
    "60, 2690920760",
    "61, 4132348134",
    "80, 3415327066",
    "101, 883979785",
    "200, 3460342053",
  })
  void everyLengthIsThatOfFarmHash(int length, long fingerprint) {
    String text = "READ01 participant 4567890123456789 on the page ".repeat(6);

    assertThat(Seeds.fingerprint32(text.substring(0, length))).isEqualTo(fingerprint);
  }

  @Test
  void textsAreHashedAsUtf8() {
    assertThat(Seeds.fingerprint32("\u00e9\u20ac\ud83d\ude00".repeat(5))).isEqualTo(140675564L);
  }

  @Test
  void theSeedIsTheFingerprintOfShortcodeAndUser() {
    assertThat(Seeds.of("READ01", "4567890123456789")).isEqualTo(3382297316L);
  }

  @ParameterizedTest
  @CsvSource({
    "seed, 3382297316",
    "seed_1, 1",
    "seed_2, 1",
    "seed_5, 2",
    "seed_5_0, 2",
    "seed_5_1, 1",
    "seed_10, 7",
    "seed_9999999999, 3382297317",
  })
  void valuesAreDerivedFromTheSeed(String name, long value) {
    assertThat(Seeds.derived(name, 3382297316L)).isEqualTo(value);
  }

  @Test
  void everyRoundHashesTheDecimalTextAgain() {
    long once = Seeds.fingerprint32("3382297316");
    long twice = Seeds.fingerprint32(Long.toString(once));

    assertThat(Seeds.derived("seed_1000_2", 3382297316L)).isEqualTo(twice % 1000 + 1);
  }

  @ParameterizedTest
  @CsvSource({
    "seed_",
    "seed_0",
    "seed_x",
    "seed_5x",
    "seed_5_",
    "seed_5_x",
    "seed_5_1001",
    "seed__1",
    "seed_-1",
    "seed_12345678901",
    "seed_1_2_3",
    "seedling",
    "id",
  })
  void otherNamesAreNotDerived(String name) {
    assertThat(Seeds.derived(name, 3382297316L)).isNull();
  }

  @Test
  void aThousandRoundsAreTheMost() {
    assertThat(Seeds.derived("seed_7_1000", 1)).isBetween(1L, 7L);
  }
}
