package dev.baton.survey.core.values;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhonesTest {

  @ParameterizedTest
  @CsvSource({
    "US, 6502345678, +16502345678",
    "us, (650) 234-5678, +16502345678",
    "US, 1 650 234 5678, +16502345678",
    "US, +1 650 234 5678, +16502345678",
    "US, +44 20 7946 0958, +442079460958",
    "US, '  (+49) 151 23456789 ', +4915123456789",
    "US, \uff0b4915123456789, +4915123456789",
    "US, +\u0664\u0669\u0661\u0665\u0661\u0662\u0663\u0664\u0665, +491512345",
    "US, +12345678, +12345678",
    "US, +123456789012345, +123456789012345",
    "CA, 2042345678, +12042345678",
    "DE, 0151 23456789, +4915123456789",
    "DE, 151 23456789, +4915123456789",
    "gb, 020 7946 0958, +442079460958",
    "IT, 06 1234 5678, +390612345678",
    "SM, 0549 123456, +3780549123456",
    "RU, 8 912 345 67 89, +79123456789",
    "RU, 912 345 67 89, +79123456789",
    "KZ, 87012345678, +77012345678",
    "IN, 098765 43210, +919876543210",
    "ZW, 0712345678, +263712345678",
    "AD, 312345, +376312345",
  })
  void numbersBecomePlusAndDigits(String country, String text, String number) {
    assertThat(Phones.e164(text, country)).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({
    "US, ''",
    "US, call me",
    "US, +",
    "US, 650234567",
    "US, 65023456789",
    "US, 26502345678",
    "US, 1502345678",
    "US, 6501345678",
    "US, 0502345678",
    "US, 1650234567",
    "US, +1234567",
    "US, +1234567890123456",
    "US, +0123456789",
    "DE, 0",
    "DE, 01234",
    "DE, 01511234567890123",
    "XX, 6502345678",
  })
  void othersAreNoPhoneNumbers(String country, String text) {
    assertThat(Phones.e164(text, country)).isNull();
  }

  @Test
  void aPlusBehindADigitDoesNotCount() {
    assertThat(Phones.e164("650+2345678", "US")).isEqualTo("+16502345678");
  }

  @Test
  void countriesOfTheTableAreKnown() {
    assertThat(Phones.knows("US")).isTrue();
    assertThat(Phones.knows("de")).isTrue();
    assertThat(Phones.knows("XX")).isFalse();
    assertThat(Phones.knows("")).isFalse();
  }
}
