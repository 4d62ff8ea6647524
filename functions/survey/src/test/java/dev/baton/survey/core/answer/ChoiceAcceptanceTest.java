package dev.baton.survey.core.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What fields with labels or steps accept. */
class ChoiceAcceptanceTest {
  private static final Reply PHOTO = new Reply.Media("image", "https://cdn/x.jpg", "77");
  private static final Acceptance REGION =
      new Acceptance.OneOf(List.of("City", "caf\u00e9", "Stra\u00dfe", "CITY", "1"), false);

  @ParameterizedTest
  @CsvSource({
    "City, City",
    "CITY, CITY",
    "city, City",
    "' City\u00a0', City",
    "cafe\u0301, caf\u00e9",
    "CAFE\u0301, caf\u00e9",
    "STRASSE, Stra\u00dfe",
    "strasse, Stra\u00dfe",
    "1, 1",
  })
  void labelsAreAcceptedTappedOrTyped(String text, String label) {
    assertThat(REGION.read(new Reply.Text(text))).isEqualTo(accepted(label, Json.of(label)));
    assertThat(REGION.read(new Reply.Tap(text))).isEqualTo(accepted(label, Json.of(label)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Cit", "City!", "Village", "C ity", "01"})
  void otherTextsAreNoLabels(String text) {
    assertThat(REGION.read(new Reply.Text(text))).isEqualTo(rejected("label.error.mustSelect"));
  }

  @Test
  void otherTextMayBeAllowed() {
    Acceptance field = new Acceptance.OneOf(List.of("City"), true);

    assertThat(field.read(new Reply.Text("Boat"))).isEqualTo(accepted("Boat", Json.of("Boat")));
    assertThat(field.read(new Reply.Text("city"))).isEqualTo(accepted("City", Json.of("City")));
    assertThat(field.read(PHOTO)).isEqualTo(rejected("label.error.mustSelect"));
  }

  @ParameterizedTest
  @CsvSource({"Yes, Yes", "no, No", "true, Yes", "FALSE, No", "' yes ', Yes"})
  void yesAndNoAreAccepted(String text, String label) {
    assertThat(new Acceptance.YesNo().read(new Reply.Text(text)))
        .isEqualTo(accepted(label, Json.of(label)));
  }

  @ParameterizedTest
  @CsvSource({
    "I Accept, I Accept",
    "i don't accept, I don't Accept",
    "true, I Accept",
    "false, I don't Accept"
  })
  void legalLabelsAreAccepted(String text, String label) {
    assertThat(new Acceptance.Legal().read(new Reply.Tap(text)))
        .isEqualTo(accepted(label, Json.of(label)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "y", "yes please", "1", "truefalse", "I Accept"})
  void otherTextsAreNeitherYesNorNo(String text) {
    assertThat(new Acceptance.YesNo().read(new Reply.Text(text)))
        .isEqualTo(rejected("label.error.mustSelect"));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "3, 3", "\u0662, 2", "' 2 ', 2"})
  void stepsOfAScaleAreAccepted(String text, int step) {
    assertThat(new Acceptance.Scale(1, 3).read(new Reply.Text(text)))
        .isEqualTo(accepted(Integer.toString(step), Json.of(step)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "4", "2.5", "two", "-1"})
  void othersAreNoSteps(String text) {
    assertThat(new Acceptance.Scale(1, 3).read(new Reply.Text(text)))
        .isEqualTo(rejected("label.error.mustSelect"));
  }

  @Test
  void aScaleMayStartAtZero() {
    assertThat(new Acceptance.Scale(0, 3).read(new Reply.Tap("0")))
        .isEqualTo(accepted("0", Json.of(0)));
    assertThat(new Acceptance.Scale(0, 3).read(new Reply.Tap("3")))
        .isEqualTo(rejected("label.error.mustSelect"));
  }

  private static Reading accepted(String response, Json value) {
    return new Reading.Accepted(response, value);
  }

  private static Reading rejected(String key) {
    return new Reading.Rejected(key);
  }
}
