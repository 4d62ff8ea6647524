package dev.baton.survey.core.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

  @ParameterizedTest
  @CsvSource({
    "2026-03-01, 2026-03-01",
    "' 2026-03-01 ', 2026-03-01",
    "2024-02-29, 2024-02-29",
    "2026-12-31, 2026-12-31",
    "0000-01-01, 0000-01-01",
    "2026-03-01T08:00:00Z, 2026-03-01",
    "2026-03-01t, 2026-03-01",
    "2026-03-01 at eight, 2026-03-01",
    "\u0662\u0660\u0662\u0666-\u0660\u0663-\u0660\u0661, 2026-03-01",
  })
  void isoDatesRead(String text, LocalDate date) {
    assertThat(Dates.read(text)).isEqualTo(date);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026",
        "2026-03",
        "2026-3-1",
        "2026-3-001",
        "2026-13-01",
        "2026-00-01",
        "2026-01-00",
        "2026-01-32",
        "2026-02-30",
        "2026-02-29",
        "2026-04-31",
        "2026-03-011",
        "2026-03-01x",
        "2026/03/01",
        "01.03.2026",
        "20260301",
        "2026-03-0a",
        "20x6-03-01",
        "-026-03-01",
        "2026003-01",
        "2026-03001",
        "tomorrow",
        "[2026-03-01]",
        "999-03-011",
      })
  void otherTextsDoNotRead(String text) {
    assertThat(Dates.read(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "DDMMYYYY, /, 31/12/2026, 2026-12-31",
    "DDMMYYYY, /, 1/2/2026, 2026-02-01",
    "DDMMYYYY, ., 01.02.2026, 2026-02-01",
    "MMDDYYYY, /, 12/31/2026, 2026-12-31",
    "MMDDYYYY, -, 1-2-2026, 2026-01-02",
    "YYYYMMDD, /, 2026/12/31, 2026-12-31",
    "YYYYMMDD, /, 2026/1/2, 2026-01-02",
    "DDMMYYYY, '', 31122026, 2026-12-31",
    "MMDDYYYY, '', 12312026, 2026-12-31",
    "YYYYMMDD, '', 20261231, 2026-12-31",
    "DDMMYYYY, ' / ', 31 / 12 / 2026, 2026-12-31",
    "DDMMYYYY, /, 2026-12-31, 2026-12-31",
  })
  void datesReadInTheFormatOfTheirField(
      DateFormat.Order order, String separator, String text, LocalDate date) {
    assertThat(Dates.read(text, new DateFormat(order, separator))).isEqualTo(date);
  }

  @ParameterizedTest
  @CsvSource({
    "DDMMYYYY, /, 12/31/2026",
    "DDMMYYYY, /, 31.12.2026",
    "DDMMYYYY, /, 31/12/26",
    "DDMMYYYY, /, 031/12/2026",
    "DDMMYYYY, /, 31/12",
    "DDMMYYYY, /, //",
    "DDMMYYYY, /, 31/12/2026/1",
    "DDMMYYYY, '', 3112202",
    "DDMMYYYY, '', 311220266",
    "DDMMYYYY, '', 1122026",
    "DDMMYYYY, '', 31",
    "YYYYMMDD, '', 2026123",
  })
  void datesInAnotherFormatDoNotRead(DateFormat.Order order, String separator, String text) {
    assertThat(Dates.read(text, new DateFormat(order, separator))).isNull();
  }

  @Test
  void theFirstFormatThatReadsCounts() {
    DateFormat dayFirst = new DateFormat(DateFormat.Order.DDMMYYYY, "/");
    DateFormat monthFirst = new DateFormat(DateFormat.Order.MMDDYYYY, "/");

    assertThat(Dates.read("01/02/2026", null, dayFirst, monthFirst)).isEqualTo("2026-02-01");
    assertThat(Dates.read("12/31/2026", dayFirst, monthFirst)).isEqualTo("2026-12-31");
  }
}
