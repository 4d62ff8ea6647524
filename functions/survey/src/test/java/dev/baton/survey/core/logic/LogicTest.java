package dev.baton.survey.core.logic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.values.Values;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogicTest {
  private static final Json ALWAYS = Forms.condition("always");
  private static final Json NEVER = Forms.condition("or");

  @ParameterizedTest
  @CsvSource({
    "add, 1, 2, 3",
    "subtract, 1, 2, -1",
    "multiply, 1.50, 2, 3.00",
    "divide, 10, 4, 2.5",
    "divide, 1, 3, 0.3333333333333333333333333333333333",
    "set, 7, 2, 2",
    "add, 82.50, 0.5, 83.00",
    "add, 9999999999999999999999999999999999, 1, 10000000000000000000000000000000000",
    "multiply, 1e20, 1e20, 10000000000000000000000000000000000000000",
  })
  void calculationsAreDecimal(String action, String start, String value, String result) {
    Json calculation =
        Actions.calculation(action, "score", Forms.constant(new JsonNumber(value)), ALWAYS);

    Left left = leave(Map.of("score", new JsonNumber(start)), calculation);

    assertThat(left.variables()).isEqualTo(Map.of("score", new JsonNumber(result)));
    assertThat(left.failedCalculations()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"add, 2", "subtract, -2", "multiply, 0", "divide, 0", "set, 2"})
  void aVariableThatIsNotSetCountsAsZero(String action, String result) {
    Left left =
        leave(Map.of(), Actions.calculation(action, "score", Forms.constant(Json.of(2)), ALWAYS));

    assertThat(left.variables()).isEqualTo(Map.of("score", new JsonNumber(result)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "divide | 5 | 0",
        "divide | 5 | 0.00",
        "add | 5 | many",
        "set | 5 | many",
        "set | 5 | ''",
        "add | x | 1",
        "multiply | 1e200 | 1e109",
        "multiply | 1e-200 | 1e-109",
        "divide | 1e200 | 1e-109",
        "set | 5 | 1e309",
        "set | 5 | 1e-309",
      })
  void whatCannotBeCalculatedLeavesTheVariable(String action, String start, String hidden) {
    Json current = start.equals("x") ? Json.of(start) : new JsonNumber(start);
    Json value = hidden.contains("e") ? new JsonNumber(hidden) : Json.of(hidden);
    FieldLogic logic =
        Actions.parsed(
            Actions.calculation(action, "score", Forms.operand("hidden", Json.of("h")), ALWAYS));
    Values values = new Values("1", 0, Map.of("h", value), Map.of(), Map.of("score", current));

    Left left = Logic.leave(logic, values);

    assertThat(left.variables()).isEqualTo(Map.of("score", current));
    assertThat(left.failedCalculations()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"1e307, 1", "1e-308, 1", "1e206, 1e101", "1e-207, 1e-101"})
  void resultsHaveAtMost308Digits(String start, String factor) {
    Json calculation =
        Actions.calculation("multiply", "score", Forms.constant(new JsonNumber(factor)), ALWAYS);
    String product = new BigDecimal(start).multiply(new BigDecimal(factor)).toPlainString();

    Left left = leave(Map.of("score", new JsonNumber(start)), calculation);

    assertThat(left.variables()).isEqualTo(Map.of("score", new JsonNumber(product)));
  }

  @Test
  void aTextThatIsNoNumberCanBeReplaced() {
    Left left =
        leave(
            Map.of("score", Json.of("x")),
            Actions.calculation("set", "score", Forms.constant(Json.of(1)), ALWAYS));

    assertThat(left.variables()).isEqualTo(Map.of("score", Json.of(1)));
  }

  @Test
  void answersCalculateInTheirLocale() {
    FieldLogic logic =
        Actions.parsed(Actions.calculation("add", "score", Forms.field("german"), ALWAYS));

    Left left = Logic.leave(logic, Forms.answering("german", "1.000,5"));

    assertThat(left.variables()).isEqualTo(Map.of("score", new JsonNumber("1000.5")));
  }

  @Test
  void calculationsRunInOrderAndSeeEachOther() {
    Json one = Forms.constant(Json.of(1));
    Json isOne = Forms.condition("is", Forms.operand("variable", Json.of("a")), one);

    Left left =
        leave(
            Map.of("other", Json.of("kept")),
            Actions.calculation("add", "a", one, ALWAYS),
            Actions.calculation("add", "b", Forms.operand("variable", Json.of("a")), isOne),
            Actions.calculation("add", "c", one, NEVER));

    assertThat(left.variables())
        .isEqualTo(Map.of("other", Json.of("kept"), "a", Json.of(1), "b", Json.of(1)));
  }

  @Test
  void theMapOfTheParticipantIsNotChanged() {
    Map<String, Json> variables = new HashMap<>(Map.of("a", Json.of(1)));

    leave(variables, Actions.calculation("add", "a", Forms.constant(Json.of(1)), ALWAYS));

    assertThat(variables).isEqualTo(Map.of("a", Json.of(1)));
  }

  @Test
  void theFirstJumpThatHoldsIsTaken() {
    Left left =
        leave(
            Map.of(),
            Actions.jump("field", "text", NEVER),
            Actions.jump("field", "region", ALWAYS),
            Actions.jump("thankyou", "bye", ALWAYS));

    assertThat(left.jump()).isEqualTo(new Jump("region", new Condition.Always()));
  }

  @Test
  void jumpsSeeTheCalculations() {
    Json one = Forms.constant(Json.of(1));
    Json isOne = Forms.condition("is", Forms.operand("variable", Json.of("a")), one);

    assertThat(
            leave(
                    Map.of(),
                    Actions.jump("thankyou", "bye", isOne),
                    Actions.calculation("add", "a", one, ALWAYS))
                .jump())
        .isEqualTo(
            new Jump(
                "bye",
                new Condition.Comparison(
                    Operator.IS, new Operand.Variable("a"), new Operand.Constant(Json.of(1)))));
  }

  @Test
  void withoutAJumpThatHoldsTheOrderCounts() {
    assertThat(leave(Map.of(), Actions.jump("field", "text", NEVER)).jump()).isNull();
    assertThat(leave(Map.of()).jump()).isNull();
    assertThat(
            Logic.leave(FieldLogic.NONE, Forms.values(Map.of(), Map.of("a", Json.of(1))))
                .variables())
        .isEqualTo(Map.of("a", Json.of(1)));
  }

  @Test
  void anActionWithoutConditionIsAlwaysDone() {
    JsonObject jump = (JsonObject) Actions.jump("field", "text", null);

    assertThat(leave(Map.of(), jump).jump()).isEqualTo(new Jump("text", new Condition.Always()));
  }

  private static Left leave(Map<String, Json> variables, Json... actions) {
    return Logic.leave(Actions.parsed(actions), Forms.values(Map.of(), variables));
  }
}
