package dev.baton.survey.core.logic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import dev.baton.survey.core.problem.Location;
import dev.baton.survey.core.problem.Parsed;
import dev.baton.survey.core.problem.Problem;
import dev.baton.survey.core.text.JsonTemplate;
import dev.baton.survey.core.text.Placeholders;
import dev.baton.survey.core.values.Reference;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

    Condition condition = parsed(json);

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
    assertThat(parsed(Forms.condition("or", TRUE, IS_X)).references())
        .containsExactly(new Reference.Field("text"));
  }

  @Test
  void aChoiceIsItsLabel() {
    Condition condition =
        parsed(
            Forms.condition("is", Forms.field("region"), Forms.operand("choice", Json.of("c2"))));

    assertThat(Conditions.holds(condition, Forms.answering("region", "Village"))).isTrue();
    assertThat(Conditions.holds(condition, Forms.answering("region", "City"))).isFalse();
    assertThat(condition.references()).containsExactly(new Reference.Field("region"));
  }

  @Test
  void aChoiceMayStandBeforeItsField() {
    Condition condition =
        parsed(
            Forms.condition(
                "is_not", Forms.operand("choice", Json.of("c1")), Forms.field("region")));

    assertThat(Conditions.holds(condition, Forms.answering("region", "City"))).isFalse();
    assertThat(Conditions.holds(condition, Forms.answering("region", null))).isTrue();
  }

  @Test
  void variablesAndHiddenValuesAreCompared() {
    Condition condition =
        parsed(
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
        parsed(Forms.condition("is", Forms.field("text"), Forms.constant(JsonNull.NULL)));

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
        parsed(Forms.condition("is", Forms.field("text"), Forms.constant(Json.of("{{hidden:h}}"))));

    assertThat(Conditions.holds(condition, Forms.answering("text", "{{hidden:h}}"))).isTrue();
    assertThat(condition.references()).containsExactly(new Reference.Field("text"));
  }

  @Test
  void unknownOperatorsAreReported() {
    assertThat(problems(Forms.condition("equals", Forms.field("text"), Forms.field("text"))))
        .containsExactly(
            new Problem(
                "unknown-operator", true, "/c", "q", "'equals' is no operator", "Write 'equal'."));
    assertThat(problems(Forms.condition("alway")).getFirst().suggestion())
        .isEqualTo("Write 'always'.");
    assertThat(problems(Forms.condition("andd")).getFirst().suggestion()).isEqualTo("Write 'and'.");
  }

  @Test
  void aConditionNeedsAnOperator() {
    Problem missing =
        new Problem(
            "unknown-operator",
            true,
            "/c",
            "q",
            "a condition has no operator",
            "Give it an \"op\" and \"vars\".");

    assertThat(problems(JsonObject.EMPTY)).containsExactly(missing);
    assertThat(problems(Json.of(true))).containsExactly(missing);
    assertThat(problems(JsonObject.builder().put("op", 1).build())).containsExactly(missing);
  }

  @Test
  void problemsOfPartsSayWhereTheyAre() {
    Json json = Forms.condition("and", TRUE, Forms.condition("or", Forms.condition("sounds_like")));

    assertThat(problems(json))
        .extracting(Problem::code, Problem::path)
        .containsExactly(tuple("unknown-operator", "/c/vars/1/vars/0"));
  }

  @Test
  void everyBrokenPartIsReported() {
    assertThat(problems(Forms.condition("and", Forms.condition("x"), IS_X, Forms.condition("y"))))
        .hasSize(2);
  }

  @Test
  void comparisonsTakeTwoValues() {
    assertThat(problems(Forms.condition("is", Forms.field("text"))))
        .containsExactly(
            new Problem(
                "bad-arity", true, "/c", "q", "'is' compares 1 values", "Give it two vars."));
    assertThat(
            problems(
                Forms.condition(
                    "is", Forms.field("text"), Forms.field("text"), Forms.field("text"))))
        .extracting(Problem::code)
        .containsExactly("bad-arity");
    assertThat(problems(JsonObject.builder().put("op", "is").put("vars", "x").build()))
        .extracting(Problem::fact)
        .containsExactly("'is' compares 0 values");
  }

  @Test
  void deadFieldsAreReportedWithTheNearest() {
    assertThat(problems(Forms.condition("is", Forms.field("texd"), Forms.field("regoin"))))
        .containsExactly(
            new Problem("dead-ref", true, "/c/vars/0", "q", "'texd' is no field", "Write 'text'."),
            new Problem(
                "dead-ref", true, "/c/vars/1", "q", "'regoin' is no field", "Write 'region'."));
  }

  @Test
  void withoutFieldsThereIsNoSuggestion() {
    FormNames none = new FormNames(Map.of(), Set.of());

    assertThat(Conditions.parse(IS_X, none, Forms.CONDITION).problems())
        .extracting(Problem::suggestion)
        .containsExactly("Remove the condition.");
  }

  @Test
  void deadChoicesAreReported() {
    Json choice = Forms.operand("choice", Json.of("c3"));

    assertThat(problems(Forms.condition("is", Forms.field("region"), choice)))
        .extracting(Problem::code, Problem::path, Problem::fact)
        .containsExactly(tuple("dead-choice", "/c/vars/1", "'c3' is no choice of its field"));
    assertThat(problems(Forms.condition("is", Forms.field("text"), choice)))
        .extracting(Problem::suggestion)
        .containsExactly("Give the field choices.");
    assertThat(problems(Forms.condition("is", Forms.constant(Json.of(1)), choice)))
        .containsExactly(
            new Problem(
                "dead-choice",
                true,
                "/c/vars/1",
                "q",
                "choice 'c3' has no field beside it",
                "Compare a choice with a field."));
    assertThat(problems(Forms.condition("is", Forms.field("dead"), choice)))
        .extracting(Problem::code)
        .containsExactly("dead-ref", "dead-choice");
    assertThat(problems(Forms.condition("is", Forms.operand("field", Json.of(1)), choice)))
        .extracting(Problem::code)
        .containsExactly("unknown-var", "dead-choice");
  }

  @Test
  void unknownKindsOfValuesAreReported() {
    assertThat(
            problems(
                Forms.condition(
                    "is", Forms.operand("feild", Json.of("text")), Forms.constant(Json.of(1)))))
        .containsExactly(
            new Problem(
                "unknown-var",
                true,
                "/c/vars/0",
                "q",
                "'feild' is no kind of value",
                "Write 'field'."));
  }

  @Test
  void valuesOfTheWrongShapeAreReported() {
    String suggestion =
        "Write {\"type\": \u2026, \"value\": \u2026} with a type out of field, hidden, variable, constant, choice.";

    assertThat(problems(Forms.condition("is", Json.of(5), Forms.field("text"))))
        .containsExactly(
            new Problem("unknown-var", true, "/c/vars/0", "q", "'5' is no value", suggestion));
    assertThat(
            problems(
                Forms.condition("is", Forms.operand("hidden", Json.of(5)), Forms.field("text"))))
        .extracting(Problem::fact)
        .containsExactly("'{\"type\":\"hidden\",\"value\":5}' is no value");
    assertThat(
            problems(
                Forms.condition(
                    "is", JsonObject.builder().put("type", "field").build(), Forms.field("text"))))
        .extracting(Problem::fact)
        .containsExactly("'{\"type\":\"field\"}' is no value");
    assertThat(
            problems(
                Forms.condition(
                    "is", Forms.constant(JsonArray.EMPTY), Forms.constant(JsonObject.EMPTY))))
        .extracting(Problem::code)
        .containsExactly("unknown-var", "unknown-var");
  }

  @Test
  void longValuesAreQuotedInPart() {
    assertThat(
            problems(Forms.condition("is", Json.of("x".repeat(58)), Forms.field("text")))
                .getFirst()
                .fact())
        .isEqualTo("'\"" + "x".repeat(58) + "\"' is no value");
    assertThat(
            problems(Forms.condition("is", Json.of("x".repeat(59)), Forms.field("text")))
                .getFirst()
                .fact())
        .isEqualTo("'\"" + "x".repeat(59) + "\u2026' is no value");
  }

  @Test
  void inADescriptionProblemsPointAtTheDescription() {
    Location description = Location.inDescription("/fields/1/properties/description", "q");

    assertThat(
            Conditions.parse(Forms.condition("and", Forms.condition("x")), Forms.NAMES, description)
                .problems())
        .extracting(Problem::path)
        .containsExactly("/fields/1/properties/description");
  }

  private static boolean holds(Json condition) {
    return Conditions.holds(parsed(condition), Forms.answering("text", null));
  }

  private static Condition parsed(Json condition) {
    Parsed<Condition> parsed = Conditions.parse(condition, Forms.NAMES, Forms.CONDITION);
    assertThat(parsed.problems()).isEmpty();
    return Objects.requireNonNull(parsed.value());
  }

  private static List<Problem> problems(Json condition) {
    Parsed<Condition> parsed = Conditions.parse(condition, Forms.NAMES, Forms.CONDITION);
    assertThat(parsed.value()).isNull();
    return parsed.problems();
  }
}
