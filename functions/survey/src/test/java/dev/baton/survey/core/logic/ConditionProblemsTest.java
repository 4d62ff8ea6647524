package dev.baton.survey.core.logic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.problem.Location;
import dev.baton.survey.core.problem.Problem;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is wrong with a condition, and where. */
class ConditionProblemsTest {
  private static final Json TRUE = Forms.condition("always");
  private static final Json IS_X =
      Forms.condition("is", Forms.field("text"), Forms.constant(Json.of("x")));

  @Test
  void unknownOperatorsAreReported() {
    assertThat(Forms.problems(Forms.condition("equals", Forms.field("text"), Forms.field("text"))))
        .containsExactly(
            new Problem(
                "unknown-operator", true, "/c", "q", "'equals' is no operator", "Write 'equal'."));
    assertThat(Forms.problems(Forms.condition("alway")).getFirst().suggestion())
        .isEqualTo("Write 'always'.");
    assertThat(Forms.problems(Forms.condition("andd")).getFirst().suggestion())
        .isEqualTo("Write 'and'.");
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

    assertThat(Forms.problems(JsonObject.EMPTY)).containsExactly(missing);
    assertThat(Forms.problems(Json.of(true))).containsExactly(missing);
    assertThat(Forms.problems(JsonObject.builder().put("op", 1).build())).containsExactly(missing);
  }

  @Test
  void problemsOfPartsSayWhereTheyAre() {
    Json json = Forms.condition("and", TRUE, Forms.condition("or", Forms.condition("sounds_like")));

    assertThat(Forms.problems(json))
        .extracting(Problem::code, Problem::path)
        .containsExactly(tuple("unknown-operator", "/c/vars/1/vars/0"));
  }

  @Test
  void everyBrokenPartIsReported() {
    assertThat(
            Forms.problems(
                Forms.condition("and", Forms.condition("x"), IS_X, Forms.condition("y"))))
        .hasSize(2);
  }

  @Test
  void comparisonsTakeTwoValues() {
    assertThat(Forms.problems(Forms.condition("is", Forms.field("text"))))
        .containsExactly(
            new Problem(
                "bad-arity", true, "/c", "q", "'is' compares 1 values", "Give it two vars."));
    assertThat(
            Forms.problems(
                Forms.condition(
                    "is", Forms.field("text"), Forms.field("text"), Forms.field("text"))))
        .extracting(Problem::code)
        .containsExactly("bad-arity");
    assertThat(Forms.problems(JsonObject.builder().put("op", "is").put("vars", "x").build()))
        .extracting(Problem::fact)
        .containsExactly("'is' compares 0 values");
  }

  @Test
  void deadFieldsAreReportedWithTheNearest() {
    assertThat(Forms.problems(Forms.condition("is", Forms.field("texd"), Forms.field("regoin"))))
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

    assertThat(Forms.problems(Forms.condition("is", Forms.field("region"), choice)))
        .extracting(Problem::code, Problem::path, Problem::fact)
        .containsExactly(tuple("dead-choice", "/c/vars/1", "'c3' is no choice of its field"));
    assertThat(Forms.problems(Forms.condition("is", Forms.field("text"), choice)))
        .extracting(Problem::suggestion)
        .containsExactly("Give the field choices.");
    assertThat(Forms.problems(Forms.condition("is", Forms.constant(Json.of(1)), choice)))
        .containsExactly(
            new Problem(
                "dead-choice",
                true,
                "/c/vars/1",
                "q",
                "choice 'c3' has no field beside it",
                "Compare a choice with a field."));
    assertThat(Forms.problems(Forms.condition("is", Forms.field("dead"), choice)))
        .extracting(Problem::code)
        .containsExactly("dead-ref", "dead-choice");
    assertThat(Forms.problems(Forms.condition("is", Forms.operand("field", Json.of(1)), choice)))
        .extracting(Problem::code)
        .containsExactly("unknown-var", "dead-choice");
  }

  @Test
  void unknownKindsOfValuesAreReported() {
    assertThat(
            Forms.problems(
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

    assertThat(Forms.problems(Forms.condition("is", Json.of(5), Forms.field("text"))))
        .containsExactly(
            new Problem("unknown-var", true, "/c/vars/0", "q", "'5' is no value", suggestion));
    assertThat(
            Forms.problems(
                Forms.condition("is", Forms.operand("hidden", Json.of(5)), Forms.field("text"))))
        .extracting(Problem::fact)
        .containsExactly("'{\"type\":\"hidden\",\"value\":5}' is no value");
    assertThat(
            Forms.problems(
                Forms.condition(
                    "is", JsonObject.builder().put("type", "field").build(), Forms.field("text"))))
        .extracting(Problem::fact)
        .containsExactly("'{\"type\":\"field\"}' is no value");
    assertThat(
            Forms.problems(
                Forms.condition(
                    "is", Forms.constant(JsonArray.EMPTY), Forms.constant(JsonObject.EMPTY))))
        .extracting(Problem::code)
        .containsExactly("unknown-var", "unknown-var");
  }

  @Test
  void longValuesAreQuotedInPart() {
    assertThat(
            Forms.problems(Forms.condition("is", Json.of("x".repeat(58)), Forms.field("text")))
                .getFirst()
                .fact())
        .isEqualTo("'\"" + "x".repeat(58) + "\"' is no value");
    assertThat(
            Forms.problems(Forms.condition("is", Json.of("x".repeat(59)), Forms.field("text")))
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
}
