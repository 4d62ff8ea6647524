package dev.baton.survey.core.logic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import dev.baton.survey.core.text.JsonTemplate;
import dev.baton.survey.core.text.Placeholders;
import dev.baton.survey.core.values.Reference;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ConditionsTest {
  private static final Json TRUE = Forms.condition("always");
  private static final Json FALSE = Forms.condition("or");
  private static final Json IS_X =
      Forms.condition("is", Forms.field("text"), Forms.constant(Json.of("x")));

  @Test
  void alwaysIsTrue() {
    assertThat(holds(TRUE)).isTrue();
    assertThat(holds(JsonObject.builder().put("op", "always").build())).isTrue();
  }

  @Test
  void andNeedsAllAndOrNeedsOne() {
    assertThat(holds(Forms.condition("and"))).isTrue();
    assertThat(holds(Forms.condition("or"))).isFalse();
    assertThat(holds(Forms.condition("and", TRUE, TRUE, TRUE))).isTrue();
    assertThat(holds(Forms.condition("and", TRUE, FALSE, TRUE))).isFalse();
    assertThat(holds(Forms.condition("or", FALSE, TRUE, FALSE))).isTrue();
    assertThat(holds(Forms.condition("or", FALSE, FALSE))).isFalse();
    assertThat(holds(Forms.condition("or", FALSE, Forms.condition("and", TRUE, TRUE)))).isTrue();
  }

  @Test
  void everyKindOfValueIsCompiled() {
    Json json =
        Forms.condition(
            "and",
            IS_X,
            Forms.condition(
                "is",
                Forms.operand("hidden", Json.of("h")),
                Forms.operand("variable", Json.of("v"))));

    Condition condition = Forms.parsed(json);

    assertThat(condition)
        .isEqualTo(
            new Condition.All(
                List.of(
                    new Condition.Comparison(
                        Operator.IS,
                        new Operand.Field("text", FieldTraits.PLAIN),
                        new Operand.Constant(Json.of("x"))),
                    new Condition.Comparison(
                        Operator.IS, new Operand.Hidden("h"), new Operand.Variable("v")))));
    assertThat(condition.references())
        .containsExactly(
            new Reference.Field("text"), new Reference.Hidden("h"), new Reference.Variable("v"));
  }

  @Test
  void referencesOfAlternativesAreFound() {
    assertThat(Forms.parsed(Forms.condition("or", TRUE, IS_X)).references())
        .containsExactly(new Reference.Field("text"));
  }

  @Test
  void aChoiceIsItsLabel() {
    Condition condition =
        Forms.parsed(
            Forms.condition("is", Forms.field("region"), Forms.operand("choice", Json.of("c2"))));

    assertThat(Conditions.holds(condition, Forms.answering("region", "Village"))).isTrue();
    assertThat(Conditions.holds(condition, Forms.answering("region", "City"))).isFalse();
    assertThat(condition.references()).containsExactly(new Reference.Field("region"));
  }

  @Test
  void aChoiceMayStandBeforeItsField() {
    Condition condition =
        Forms.parsed(
            Forms.condition(
                "is_not", Forms.operand("choice", Json.of("c1")), Forms.field("region")));

    assertThat(Conditions.holds(condition, Forms.answering("region", "City"))).isFalse();
    assertThat(Conditions.holds(condition, Forms.answering("region", null))).isTrue();
  }

  @Test
  void variablesAndHiddenValuesAreCompared() {
    Condition condition =
        Forms.parsed(
            Forms.condition(
                "greater_than",
                Forms.operand("variable", Json.of("score")),
                Forms.constant(new JsonNumber("5"))));

    assertThat(Conditions.holds(condition, Forms.values(Map.of(), Map.of("score", Json.of(6)))))
        .isTrue();
    assertThat(Conditions.holds(condition, Forms.values(Map.of(), Map.of()))).isFalse();
  }

  @Test
  void aConstantMayBeNull() {
    Condition condition =
        Forms.parsed(Forms.condition("is", Forms.field("text"), Forms.constant(JsonNull.NULL)));

    assertThat(Conditions.holds(condition, Forms.answering("text", null))).isTrue();
    assertThat(Conditions.holds(condition, Forms.answering("text", "null"))).isFalse();
  }

  @Test
  void constantsOfADescriptionMayHoldPlaceholders() {
    Placeholders placeholders = Placeholders.protect("{{hidden:h}} x{{field:other}}");
    Json json =
        Forms.condition(
            "or",
            Forms.condition(
                "is", Forms.field("text"), Forms.constant(new JsonNumber("9000001000000"))),
            Forms.condition(
                "is", Forms.field("text"), Forms.constant(new JsonText("x9000001000001"))));
    JsonTemplate template =
        Objects.requireNonNull(placeholders.compile(json, Forms.CONDITION).value());

    Condition condition =
        Objects.requireNonNull(Conditions.parse(template, Forms.NAMES, Forms.CONDITION).value());

    assertThat(Conditions.holds(condition, Forms.answering("text", "x"))).isTrue();
    assertThat(Conditions.holds(condition, Forms.answering("text", "y"))).isFalse();
    assertThat(condition.references())
        .containsExactly(
            new Reference.Field("text"), new Reference.Hidden("h"), new Reference.Field("other"));
  }

  @Test
  void placeholdersInFormLogicAreNotFilledIn() {
    Condition condition =
        Forms.parsed(
            Forms.condition("is", Forms.field("text"), Forms.constant(Json.of("{{hidden:h}}"))));

    assertThat(Conditions.holds(condition, Forms.answering("text", "{{hidden:h}}"))).isTrue();
    assertThat(condition.references()).containsExactly(new Reference.Field("text"));
  }

  private static boolean holds(Json condition) {
    return Conditions.holds(Forms.parsed(condition), Forms.answering("text", null));
  }
}
