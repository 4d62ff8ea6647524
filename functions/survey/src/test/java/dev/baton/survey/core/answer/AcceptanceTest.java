package dev.baton.survey.core.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonNumber;
import dev.baton.survey.core.values.DateFormat;
import dev.baton.survey.core.values.NumberLocale;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The column "accepts" of survey specification §4.2. */
class AcceptanceTest {
  private static final Reply PHOTO = new Reply.Media("image", "https://cdn/x.jpg", "77");
  private static final Acceptance NUMBER = number(false, null, null);
  private static final Acceptance REGION =
      new Acceptance.OneOf(List.of("City", "caf\u00e9", "Stra\u00dfe", "CITY", "1"), false);

  @ParameterizedTest
  @ValueSource(strings = {"Ana", " x ", "ok: [smile", "{", "@", "'tis", "> 5", "\ud800", "null"})
  void anyTextIsAcceptedAsItIs(String text) {
    assertThat(new Acceptance.AnyText().read(new Reply.Text(text)))
        .isEqualTo(accepted(text, Json.of(text)));
    assertThat(new Acceptance.AnyText().read(new Reply.Tap(text)))
        .isEqualTo(accepted(text, Json.of(text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\u00a0\u200e"})
  void blankTextIsNot(String text) {
    assertThat(new Acceptance.AnyText().read(new Reply.Text(text)))
        .isEqualTo(rejected("label.error.mustEnter"));
    assertThat(new Acceptance.DateText(null).read(new Reply.Text(text)))
        .isEqualTo(rejected("label.error.mustEnter"));
    assertThat(new Acceptance.OneOf(List.of("a"), true).read(new Reply.Text(text)))
        .isEqualTo(rejected("label.error.mustSelect"));
  }

  @Test
  void datesKeepTheirTextAndGetAReading() {
    Acceptance field = new Acceptance.DateText(new DateFormat(DateFormat.Order.DDMMYYYY, "/"));

    assertThat(field.read(new Reply.Text("31/12/2026")))
        .isEqualTo(accepted("31/12/2026", Json.of("2026-12-31")));
    assertThat(field.read(new Reply.Text("2026-12-31")))
        .isEqualTo(accepted("2026-12-31", Json.of("2026-12-31")));
    assertThat(field.read(new Reply.Text("soon"))).isEqualTo(accepted("soon", Json.of("soon")));
    assertThat(new Acceptance.DateText(null).read(new Reply.Text("31/12/2026")))
        .isEqualTo(accepted("31/12/2026", Json.of("31/12/2026")));
  }

  @ParameterizedTest
  @CsvSource({"42, 42", "82.50, 82.50", "' +7 ', 7", "\u0664\u0662, 42", "'1,234', 1234", "-3, -3"})
  void numbersKeepTheirTextAndGetAReading(String text, String number) {
    assertThat(NUMBER.read(new Reply.Text(text))).isEqualTo(accepted(text, new JsonNumber(number)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "five", "1e3", "0x10", "> 5", "1,5"})
  void whatIsNoNumberIsOutOfRange(String text) {
    assertThat(NUMBER.read(new Reply.Text(text))).isEqualTo(rejected("label.error.range"));
  }

  @ParameterizedTest
  @CsvSource({
    "1, true",
    "10, true",
    "1.0, true",
    "0.99, false",
    "10.01, false",
    "0, false",
    "11, false"
  })
  void numbersHaveBounds(String text, boolean within) {
    Acceptance field = number(false, "1", "10");

    assertThat(field.read(new Reply.Text(text)) instanceof Reading.Accepted).isEqualTo(within);
  }

  @Test
  void oneBoundIsEnough() {
    assertThat(number(false, "1", null).read(new Reply.Text("0")))
        .isEqualTo(rejected("label.error.range"));
    assertThat(number(false, "1", null).read(new Reply.Text("99")))
        .isInstanceOf(Reading.Accepted.class);
    assertThat(number(false, null, "1").read(new Reply.Text("2")))
        .isEqualTo(rejected("label.error.range"));
    assertThat(number(false, null, "1").read(new Reply.Text("-99")))
        .isInstanceOf(Reading.Accepted.class);
  }

  @ParameterizedTest
  @CsvSource({"5, true", "5.0, true", "500, true", "5.5, false", "0, true"})
  void numbersMayHaveToBeWhole(String text, boolean whole) {
    assertThat(number(true, null, null).read(new Reply.Text(text)) instanceof Reading.Accepted)
        .isEqualTo(whole);
  }

  @Test
  void numbersAreReadInTheirLocale() {
    Acceptance field = new Acceptance.NumberIn(false, null, null, NumberLocale.of("de"));

    assertThat(field.read(new Reply.Text("1.234,5")))
        .isEqualTo(accepted("1.234,5", new JsonNumber("1234.5")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ana@example.org", "a@b.c", "a.b+c@d-e.f.g", "\u00fc@\u00fc.de"})
  void emailAddressesAreAccepted(String text) {
    assertThat(new Acceptance.Email().read(new Reply.Text(text)))
        .isEqualTo(accepted(text, Json.of(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ana",
        "@",
        "@b.c",
        "a@",
        "a@b",
        "a@b.",
        "a@.b",
        "a@b..c",
        "a@b@c.d",
        "a b@c.d",
        "a@b .c",
        "a@b.c d",
        "a\u00a0b@c.d",
      })
  void othersAreNot(String text) {
    assertThat(new Acceptance.Email().read(new Reply.Text(text)))
        .isEqualTo(rejected("label.error.emailAddress"));
  }

  @Test
  void emailAddressesHaveLimits() {
    String domain = "b".repeat(187) + ".c";

    assertThat(email("a".repeat(64) + "@b.c")).isTrue();
    assertThat(email("a".repeat(65) + "@b.c")).isFalse();
    assertThat(email("a".repeat(64) + "@" + domain)).isTrue();
    assertThat(email("a".repeat(64) + "@b" + domain)).isFalse();
  }

  @Test
  void blanksAroundAnEmailAddressAreDropped() {
    assertThat(new Acceptance.Email().read(new Reply.Text(" a@b.c\n")))
        .isEqualTo(accepted("a@b.c", Json.of("a@b.c")));
  }

  @Test
  void phoneNumbersKeepTheirTextAndGetAReading() {
    assertThat(new Acceptance.Phone("US").read(new Reply.Text("(650) 234-5678")))
        .isEqualTo(accepted("(650) 234-5678", Json.of("+16502345678")));
    assertThat(new Acceptance.Phone("DE").read(new Reply.Text("0151 23456789")))
        .isEqualTo(accepted("0151 23456789", Json.of("+4915123456789")));
    assertThat(new Acceptance.Phone("US").read(new Reply.Text("later")))
        .isEqualTo(rejected("label.error.phoneNumber"));
  }

  @Test
  void uploadsTakeAttachmentsOfTheirType() {
    assertThat(new Acceptance.Upload("image").read(PHOTO))
        .isEqualTo(accepted("https://cdn/x.jpg", Json.of("https://cdn/x.jpg")));
    assertThat(new Acceptance.Upload(null).read(new Reply.Media("file", null, "77")))
        .isEqualTo(accepted("77", Json.of("77")));
    assertThat(new Acceptance.Upload("video").read(PHOTO))
        .isEqualTo(rejected("label.error.mustEnter"));
    assertThat(new Acceptance.Upload(null).read(new Reply.Media("location", null, null)))
        .isEqualTo(rejected("label.error.mustEnter"));
    assertThat(new Acceptance.Upload(null).read(new Reply.Text("https://cdn/x.jpg")))
        .isEqualTo(rejected("label.error.mustEnter"));
  }

  @Test
  void anythingIsAnything() {
    assertThat(new Acceptance.Anything().read(new Reply.Text("")))
        .isEqualTo(accepted("", Json.of("")));
    assertThat(new Acceptance.Anything().read(PHOTO)).isInstanceOf(Reading.Accepted.class);
    assertThat(new Acceptance.Anything().read(new Reply.Media("location", null, null)))
        .isEqualTo(accepted("location", Json.of("location")));
  }

  @Test
  void onlyAnOptinAnswersANotifyField() {
    assertThat(new Acceptance.Optin().read(new Reply.OptedIn()))
        .isEqualTo(accepted("optin", Json.of("optin")));
    assertThat(new Acceptance.Optin().read(new Reply.Text("optin")))
        .isEqualTo(rejected("label.error.mustSelect"));
  }

  @Test
  void messageOnlyFieldsTakeNothing() {
    assertThat(new Acceptance.Nothing().read(new Reply.Text("x")))
        .isEqualTo(rejected("block.shortText.placeholder"));
  }

  @Test
  void mediaAndOptinsAreNoWords() {
    for (Reply reply : List.of(PHOTO, new Reply.OptedIn())) {
      assertThat(new Acceptance.AnyText().read(reply)).isEqualTo(rejected("label.error.mustEnter"));
      assertThat(NUMBER.read(reply)).isEqualTo(rejected("label.error.range"));
      assertThat(new Acceptance.Email().read(reply))
          .isEqualTo(rejected("label.error.emailAddress"));
      assertThat(new Acceptance.Phone("US").read(reply))
          .isEqualTo(rejected("label.error.phoneNumber"));
      assertThat(REGION.read(reply)).isEqualTo(rejected("label.error.mustSelect"));
      assertThat(new Acceptance.YesNo().read(reply)).isEqualTo(rejected("label.error.mustSelect"));
      assertThat(new Acceptance.Scale(1, 3).read(reply))
          .isEqualTo(rejected("label.error.mustSelect"));
    }
  }

  @Test
  void fieldsWithButtonsHaveLabels() {
    assertThat(new Acceptance.OneOf(List.of("a", "b"), true).labels()).containsExactly("a", "b");
    assertThat(new Acceptance.YesNo().labels()).containsExactly("Yes", "No");
    assertThat(new Acceptance.Legal().labels()).containsExactly("I Accept", "I don't Accept");
    assertThat(new Acceptance.Scale(0, 3).labels()).containsExactly("0", "1", "2");
  }

  @Test
  void othersHaveNone() {
    assertThat(
            List.of(
                new Acceptance.AnyText(),
                new Acceptance.DateText(null),
                NUMBER,
                new Acceptance.Email(),
                new Acceptance.Phone("US"),
                new Acceptance.Upload(null),
                new Acceptance.Anything(),
                new Acceptance.Optin(),
                new Acceptance.Nothing()))
        .allSatisfy(acceptance -> assertThat(acceptance.labels()).isEmpty());
  }

  private static boolean email(String text) {
    return new Acceptance.Email().read(new Reply.Text(text)) instanceof Reading.Accepted;
  }

  private static Acceptance number(
      boolean integer, @Nullable String minimum, @Nullable String maximum) {
    return new Acceptance.NumberIn(
        integer,
        minimum == null ? null : new BigDecimal(minimum),
        maximum == null ? null : new BigDecimal(maximum),
        NumberLocale.EN_US);
  }

  private static Reading accepted(String response, Json value) {
    return new Reading.Accepted(response, value);
  }

  private static Reading rejected(String key) {
    return new Reading.Rejected(key);
  }
}
