package dev.baton.survey.core.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonText;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValuesTest {
  private static final Values ANA =
      new Values(
          "4567890123456789",
          3382297316L,
          Map.of(
              "age_group", Json.of("25-34"),
              "id", Json.of("forged"),
              "seed_2", Json.of("forged"),
              "seed_x", Json.of("own"),
              "seedling", Json.of("plant")),
          Map.of(
              "name", new StoredAnswer("Ana", Json.of("Ana")),
              "age", new StoredAnswer("\u0664\u0662", new JsonNumber("42")),
              "phone", new StoredAnswer("(650) 234-5678", Json.of("+16502345678"))),
          Map.of("score", new JsonNumber("7.50")));

  @Test
  void theIdIsTheParticipants() {
    assertThat(ANA.hidden("id")).isEqualTo(new JsonText("4567890123456789"));
  }

  @Test
  void seedsAreComputedAndCannotBeForged() {
    assertThat(ANA.hidden("seed")).isEqualTo(new JsonNumber("3382297316"));
    assertThat(ANA.hidden("seed_2")).isEqualTo(new JsonNumber("1"));
    assertThat(ANA.hidden("seed_5_1")).isEqualTo(new JsonNumber("1"));
  }

  @Test
  void namesThatOnlyLookLikeSeedsAreOrdinary() {
    assertThat(ANA.hidden("seed_x")).isEqualTo(new JsonText("own"));
    assertThat(ANA.hidden("seedling")).isEqualTo(new JsonText("plant"));
    assertThat(ANA.hidden("seed_0")).isNull();
  }

  @Test
  void referencesFindTheirValues() {
    assertThat(ANA.inserted(new Reference.Hidden("age_group"))).isEqualTo(Json.of("25-34"));
    assertThat(ANA.inserted(new Reference.Field("name"))).isEqualTo(Json.of("Ana"));
    assertThat(ANA.inserted(new Reference.Variable("score"))).isEqualTo(new JsonNumber("7.50"));
  }

  @Test
  void missingReferencesFindNothing() {
    assertThat(ANA.inserted(new Reference.Hidden("name"))).isNull();
    assertThat(ANA.inserted(new Reference.Field("score"))).isNull();
    assertThat(ANA.inserted(new Reference.Variable("age_group"))).isNull();
  }

  @Test
  void numericAnswersInsertTheirNumberAndOthersTheirText() {
    assertThat(ANA.inserted(new Reference.Field("age"))).isEqualTo(new JsonNumber("42"));
    assertThat(ANA.inserted(new Reference.Field("phone"))).isEqualTo(Json.of("(650) 234-5678"));
  }

  @Test
  void variablesCanBeReplaced() {
    Values changed = ANA.withVariables(Map.of("score", Json.of(8)));

    assertThat(changed.variable("score")).isEqualTo(Json.of(8));
    assertThat(changed.hidden("age_group")).isEqualTo(Json.of("25-34"));
    assertThat(changed.userId()).isEqualTo(ANA.userId());
  }
}
