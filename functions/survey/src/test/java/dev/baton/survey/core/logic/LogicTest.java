package dev.baton.survey.core.logic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.problem.Location;
import dev.baton.survey.core.problem.Parsed;
import dev.baton.survey.core.problem.Problem;
import dev.baton.survey.core.values.Values;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
    Json calculation = calculation(action, "score", Forms.constant(new JsonNumber(value)), ALWAYS);

    Left left = leave(Map.of("score", new JsonNumber(start)), calculation);

    assertThat(left.variables()).isEqualTo(Map.of("score", new JsonNumber(result)));
    assertThat(left.failedCalculations()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"add, 2", "subtract, -2", "multiply, 0", "divide, 0", "set, 2"})
  void aVariableThatIsNotSetCountsAsZero(String action, String result) {
    Left left = leave(Map.of(), calculation(action, "score", Forms.constant(Json.of(2)), ALWAYS));

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
        parsed(calculation(action, "score", Forms.operand("hidden", Json.of("h")), ALWAYS));
    Values values = new Values("1", 0, Map.of("h", value), Map.of(), Map.of("score", current));

    Left left = Logic.leave(logic, values);

    assertThat(left.variables()).isEqualTo(Map.of("score", current));
    assertThat(left.failedCalculations()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"1e307, 1", "1e-308, 1", "1e206, 1e101", "1e-207, 1e-101"})
  void resultsHaveAtMost308Digits(String start, String factor) {
    Json calculation =
        calculation("multiply", "score", Forms.constant(new JsonNumber(factor)), ALWAYS);
    String product = new BigDecimal(start).multiply(new BigDecimal(factor)).toPlainString();

    Left left = leave(Map.of("score", new JsonNumber(start)), calculation);

    assertThat(left.variables()).isEqualTo(Map.of("score", new JsonNumber(product)));
  }

  @Test
  void aTextThatIsNoNumberCanBeReplaced() {
    Left left =
        leave(
            Map.of("score", Json.of("x")),
            calculation("set", "score", Forms.constant(Json.of(1)), ALWAYS));

    assertThat(left.variables()).isEqualTo(Map.of("score", Json.of(1)));
  }

  @Test
  void answersCalculateInTheirLocale() {
    FieldLogic logic = parsed(calculation("add", "score", Forms.field("german"), ALWAYS));

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
            calculation("add", "a", one, ALWAYS),
            calculation("add", "b", Forms.operand("variable", Json.of("a")), isOne),
            calculation("add", "c", one, NEVER));

    assertThat(left.variables())
        .isEqualTo(Map.of("other", Json.of("kept"), "a", Json.of(1), "b", Json.of(1)));
  }

  @Test
  void theMapOfTheParticipantIsNotChanged() {
    Map<String, Json> variables = new HashMap<>(Map.of("a", Json.of(1)));

    leave(variables, calculation("add", "a", Forms.constant(Json.of(1)), ALWAYS));

    assertThat(variables).isEqualTo(Map.of("a", Json.of(1)));
  }

  @Test
  void theFirstJumpThatHoldsIsTaken() {
    Left left =
        leave(
            Map.of(),
            jump("field", "text", NEVER),
            jump("field", "region", ALWAYS),
            jump("thankyou", "bye", ALWAYS));

    assertThat(left.jump()).isEqualTo(new Jump("region", false, new Condition.Always()));
  }

  @Test
  void jumpsSeeTheCalculations() {
    Json one = Forms.constant(Json.of(1));
    Json isOne = Forms.condition("is", Forms.operand("variable", Json.of("a")), one);

    assertThat(
            leave(Map.of(), jump("thankyou", "bye", isOne), calculation("add", "a", one, ALWAYS))
                .jump())
        .isEqualTo(
            new Jump(
                "bye",
                true,
                new Condition.Comparison(
                    Operator.IS, new Operand.Variable("a"), new Operand.Constant(Json.of(1)))));
  }

  @Test
  void withoutAJumpThatHoldsTheOrderCounts() {
    assertThat(leave(Map.of(), jump("field", "text", NEVER)).jump()).isNull();
    assertThat(leave(Map.of()).jump()).isNull();
    assertThat(
            Logic.leave(FieldLogic.NONE, Forms.values(Map.of(), Map.of("a", Json.of(1))))
                .variables())
        .isEqualTo(Map.of("a", Json.of(1)));
  }

  @Test
  void anActionWithoutConditionIsAlwaysDone() {
    JsonObject jump = (JsonObject) jump("field", "text", null);

    assertThat(leave(Map.of(), jump).jump())
        .isEqualTo(new Jump("text", false, new Condition.Always()));
  }

  @Test
  void deadJumpsAreReported() {
    assertThat(problems(jump("field", "texd", ALWAYS)))
        .containsExactly(
            new Problem(
                "dead-jump",
                true,
                "/l/0/details/to",
                "q",
                "jump target 'texd' does not exist",
                "Write 'text'."));
    assertThat(problems(jump("thankyou", "buy", ALWAYS)).getFirst().suggestion())
        .isEqualTo("Write 'bye'.");
    assertThat(
            problems(JsonObject.builder().put("action", "jump").put("condition", ALWAYS).build()))
        .extracting(Problem::fact)
        .containsExactly("a jump has no target");
    assertThat(
            problems(
                JsonObject.builder()
                    .put("action", "jump")
                    .put("details", JsonObject.EMPTY)
                    .build()))
        .extracting(Problem::code)
        .containsExactly("dead-jump");
  }

  @Test
  void unknownActionsAreReported() {
    assertThat(problems(JsonObject.builder().put("action", "jmp").build()))
        .containsExactly(
            new Problem(
                "unknown-operator", true, "/l/0", "q", "'jmp' is no action", "Write 'jump'."));
    assertThat(problems(Json.of("jump")))
        .extracting(Problem::fact)
        .containsExactly("an action has no name");
  }

  @Test
  void incompleteCalculationsAreReported() {
    JsonObject target = Forms.operand("variable", Json.of("a"));
    Problem incomplete =
        new Problem(
            "bad-calculation",
            true,
            "/l/0/details",
            "q",
            "a calculation lacks its target or value",
            "Give it \"target\" {type: variable, value} and \"value\" {type, value}.");

    assertThat(problems(action("add", null))).containsExactly(incomplete);
    assertThat(problems(action("add", JsonObject.builder().put("target", target).build())))
        .containsExactly(incomplete);
    assertThat(
            problems(
                action(
                    "add", JsonObject.builder().put("value", Forms.constant(Json.of(1))).build())))
        .containsExactly(incomplete);
    assertThat(problems(calculation("add", "", Forms.constant(Json.of(1)), ALWAYS)))
        .containsExactly(incomplete);
  }

  @Test
  void divisionByTheConstantZeroIsReported() {
    assertThat(problems(calculation("divide", "a", Forms.constant(new JsonNumber("0.0")), ALWAYS)))
        .containsExactly(
            new Problem(
                "bad-calculation",
                true,
                "/l/0/details",
                "q",
                "a calculation divides by 0",
                "Divide by another number."));
    assertThat(problems(calculation("divide", "a", Forms.constant(Json.of("0")), ALWAYS)))
        .hasSize(1);
    assertThat(
            parsed(calculation("multiply", "a", Forms.constant(Json.of(0)), ALWAYS)).calculations())
        .hasSize(1);
    assertThat(
            parsed(calculation("divide", "a", Forms.constant(Json.of(2)), ALWAYS)).calculations())
        .hasSize(1);
  }

  @Test
  void problemsOfConditionsAndValuesSayWhereTheyAre() {
    Json broken = Forms.condition("is", Forms.field("dead"), Forms.constant(Json.of(1)));

    assertThat(problems(jump("field", "text", broken)))
        .extracting(Problem::path)
        .containsExactly("/l/0/condition/vars/0");
    assertThat(problems(calculation("add", "a", Forms.field("dead"), ALWAYS)))
        .extracting(Problem::code, Problem::path)
        .containsExactly(tuple("dead-ref", "/l/0/details/value"));
    assertThat(problems(calculation("add", "a", Forms.constant(Json.of(1)), broken))).hasSize(1);
  }

  @Test
  void whatDoesNotCompileIsLeftOut() {
    Parsed<FieldLogic> parsed =
        Logic.parse(
            JsonArray.of(jump("field", "dead", ALWAYS), jump("field", "text", ALWAYS)),
            Forms.NAMES,
            Location.inForm("/l", "q"));

    assertThat(Objects.requireNonNull(parsed.value()).jumps())
        .extracting(Jump::to)
        .containsExactly("text");
    assertThat(parsed.hasError()).isTrue();
  }

  @Test
  void noListOfActionsIsNoLogic() {
    assertThat(Logic.parse(Json.of(1), Forms.NAMES, Forms.CONDITION))
        .isEqualTo(Parsed.of(FieldLogic.NONE));
  }

  private static Json calculation(String action, String variable, Json value, Json condition) {
    JsonObject details =
        JsonObject.builder()
            .put("target", Forms.operand("variable", Json.of(variable)))
            .put("value", value)
            .build();
    return JsonObject.builder()
        .put("action", action)
        .put("details", details)
        .put("condition", condition)
        .build();
  }

  private static Json action(String action, @Nullable Json details) {
    return JsonObject.builder().put("action", action).putIfPresent("details", details).build();
  }

  private static Json jump(String type, String ref, @Nullable Json condition) {
    JsonObject details = JsonObject.builder().put("to", Forms.operand(type, Json.of(ref))).build();
    return JsonObject.builder()
        .put("action", "jump")
        .put("details", details)
        .putIfPresent("condition", condition)
        .build();
  }

  private static Left leave(Map<String, Json> variables, Json... actions) {
    return Logic.leave(parsed(actions), Forms.values(Map.of(), variables));
  }

  private static FieldLogic parsed(Json... actions) {
    Parsed<FieldLogic> parsed =
        Logic.parse(JsonArray.of(actions), Forms.NAMES, Location.inForm("/l", "q"));
    assertThat(parsed.problems()).isEmpty();
    return Objects.requireNonNull(parsed.value());
  }

  private static List<Problem> problems(Json action) {
    Parsed<FieldLogic> parsed =
        Logic.parse(JsonArray.of(action), Forms.NAMES, Location.inForm("/l", "q"));
    assertThat(parsed.value()).isEqualTo(FieldLogic.NONE);
    return parsed.problems();
  }
}
