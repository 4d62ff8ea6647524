package dev.baton.survey.core.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0",
        "6 | 6",
        "6.0 | 6.0",
        "82.50 | 82.50",
        "05 | 5",
        "+7 | 7",
        "-7 | -7",
        "\u22127 | -7",
        ".5 | 0.5",
        "-.5 | -0.5",
        "'  42\u00a0' | 42",
        "'\u200f42\u061c' | 42",
        "1,234 | 1234",
        "12,345,678.90 | 12345678.90",
        "1,23,45,678 | 12345678",
        "123,456 | 123456",
        "\u0664\u0662 | 42",
        "\u0664\u066b\u0662 | 4.2",
        "\u0661\u066c\u0660\u0660\u0660 | 1000",
        "\u06f4\u06f2 | 42",
        "\u0967\u0968 | 12",
        "\uff11\uff12 | 12",
        "\ud835\udfd9\ud835\udfda | 12",
        "1234567890123456789012345678901234 | 1234567890123456789012345678901234",
        "0.123456789012345678901234567890123 | 0.123456789012345678901234567890123",
      })
  void numbersRead(String text, BigDecimal number) {
    assertThat(Numbers.read(text, NumberLocale.EN_US)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "+",
        "-",
        ".",
        "-.",
        "5.",
        "1.2.3",
        "1..2",
        "--1",
        "+-1",
        "1 2",
        "1 000",
        "five",
        "5 apples",
        "~5",
        "0x10",
        "1e3",
        "1E3",
        "Infinity",
        "NaN",
        "1/2",
        "50%",
        "$5",
        "1,5",
        "1,5678",
        "12345,678",
        "1234,567",
        ",123",
        "1,,234",
        "1,234,",
        "1,2345",
        "1,234,56",
        "1,234.5,6",
        "1234,567.5",
        "1,2.5",
        "1,234,5.5",
        "1.234,5",
        "1'234",
        "> 5",
        "'tis",
        "null",
        "true",
        "[5]",
        "12345678901234567890123456789012345",
        "0.1234567890123456789012345678901234",
        "\ud835",
        "5\ud835",
        "1,2,345",
        "1,234,5",
        "1234,56",
        "12,34",
        "\u2154",
      })
  void otherTextsDoNotRead(String text) {
    assertThat(Numbers.read(text, NumberLocale.EN_US)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de-DE | 1.234,5 | 1234.5",
        "de-DE | 1,5 | 1.5",
        "de_DE | 1,5 | 1.5",
        "DE | 1.234.567 | 1234567",
        "de-CH | 1'234.5 | 1234.5",
        "de-CH | 1\u2019234.5 | 1234.5",
        "it-ch | 1'234 | 1234",
        "de-AT | 1 234,5 | 1234.5",
        "fr-FR | 1\u202f234,5 | 1234.5",
        "fr | 1\u00a0234\u2009567,5 | 1234567.5",
        "en-ZA | 1 234,5 | 1234.5",
        "pt-BR | 1.234,5 | 1234.5",
        "pt-PT | 1 234,5 | 1234.5",
        "es-ES | 1.234,5 | 1234.5",
        "es-MX | 1,234.5 | 1234.5",
        "es-419 | 1,234.5 | 1234.5",
        "zh-Hans-CN | 1,234.5 | 1234.5",
        "de-Latn-DE | 1.234,5 | 1234.5",
        "hi-IN | 1,23,456 | 123456",
        "xx | 1,234.5 | 1234.5",
        "'' | 1,234.5 | 1234.5",
        "de | \u0661\u066b\u0665 | 1.5",
      })
  void localesHaveTheirOwnSeparators(String locale, String text, BigDecimal number) {
    assertThat(Numbers.read(text, NumberLocale.of(locale))).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de-DE | 1.5",
        "de-DE | 1,234.5",
        "fr-FR | 1.5",
        "en-US | 1,5",
        "en-US | 1\u2019234",
        "fr | 1.234"
      })
  void separatorsOfOtherLocalesDoNotRead(String locale, String text) {
    assertThat(Numbers.read(text, NumberLocale.of(locale))).isNull();
  }

  @Test
  void jsonNumbersReadWithTheirExponent() {
    assertThat(Numbers.read(new JsonNumber("1e3"), NumberLocale.EN_US))
        .isEqualByComparingTo("1000");
    assertThat(Numbers.read(new JsonNumber("82.50"), NumberLocale.EN_US)).isEqualTo("82.50");
    assertThat(Numbers.read(new JsonNumber("1e-400"), NumberLocale.EN_US)).isEqualTo("1e-400");
    assertThat(Numbers.read(new JsonNumber("9".repeat(400)), NumberLocale.EN_US))
        .isEqualTo("9".repeat(400));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e401", "1e-401", "1e999999999", "1e99999999999", "abc", ""})
  void jsonNumbersOfAbsurdSizeDoNotRead(String literal) {
    assertThat(Numbers.read(new JsonNumber(literal), NumberLocale.EN_US)).isNull();
  }

  @Test
  void jsonNumbersOfTooManyDigitsDoNotRead() {
    assertThat(Numbers.read(new JsonNumber("9".repeat(401)), NumberLocale.EN_US)).isNull();
  }

  @Test
  void textsReadAndOtherJsonDoesNot() {
    NumberLocale locale = NumberLocale.of("de");
    assertThat(Numbers.read(Json.of("1,5"), locale)).isEqualTo("1.5");
    assertThat(Numbers.read(Json.of(true), locale)).isNull();
    assertThat(Numbers.read(JsonNull.NULL, locale)).isNull();
    assertThat(Numbers.read(JsonObject.EMPTY, locale)).isNull();
    assertThat(Numbers.read(JsonArray.EMPTY, locale)).isNull();
    assertThat(Numbers.read((Json) null, locale)).isNull();
  }

  @Test
  void numbersAreWrittenWithoutExponent() {
    assertThat(Numbers.write(new BigDecimal("1E+3"))).isEqualTo(new JsonNumber("1000"));
    assertThat(Numbers.write(new BigDecimal("82.50"))).isEqualTo(new JsonNumber("82.50"));
  }
}
