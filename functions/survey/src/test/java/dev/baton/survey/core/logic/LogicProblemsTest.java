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
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is wrong with the logic of a form, and where. */
class LogicProblemsTest {
  private static final Json ALWAYS = Forms.condition("always");

  @Test
  void deadJumpsAreReported() {
    assertThat(Actions.problems(Actions.jump("field", "texd", ALWAYS)))
        .containsExactly(
            new Problem(
                "dead-jump",
                true,
                "/l/0/details/to",
                "q",
                "jump target 'texd' does not exist",
                "Write 'text'."));
    assertThat(Actions.problems(Actions.jump("thankyou", "buy", ALWAYS)).getFirst().suggestion())
        .isEqualTo("Write 'bye'.");
    assertThat(
            Actions.problems(
                JsonObject.builder().put("action", "jump").put("condition", ALWAYS).build()))
        .extracting(Problem::fact)
        .containsExactly("a jump has no target");
    assertThat(
            Actions.problems(
                JsonObject.builder()
                    .put("action", "jump")
                    .put("details", JsonObject.EMPTY)
                    .build()))
        .extracting(Problem::code)
        .containsExactly("dead-jump");
  }

  @Test
  void unknownActionsAreReported() {
    assertThat(Actions.problems(JsonObject.builder().put("action", "jmp").build()))
        .containsExactly(
            new Problem(
                "unknown-operator", true, "/l/0", "q", "'jmp' is no action", "Write 'jump'."));
    assertThat(Actions.problems(Json.of("jump")))
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

    assertThat(Actions.problems(Actions.action("add", null))).containsExactly(incomplete);
    assertThat(
            Actions.problems(
                Actions.action("add", JsonObject.builder().put("target", target).build())))
        .containsExactly(incomplete);
    assertThat(
            Actions.problems(
                Actions.action(
                    "add", JsonObject.builder().put("value", Forms.constant(Json.of(1))).build())))
        .containsExactly(incomplete);
    assertThat(Actions.problems(Actions.calculation("add", "", Forms.constant(Json.of(1)), ALWAYS)))
        .containsExactly(incomplete);
  }

  @Test
  void divisionByTheConstantZeroIsReported() {
    assertThat(
            Actions.problems(
                Actions.calculation("divide", "a", Forms.constant(new JsonNumber("0.0")), ALWAYS)))
        .containsExactly(
            new Problem(
                "bad-calculation",
                true,
                "/l/0/details",
                "q",
                "a calculation divides by 0",
                "Divide by another number."));
    assertThat(
            Actions.problems(
                Actions.calculation("divide", "a", Forms.constant(Json.of("0")), ALWAYS)))
        .hasSize(1);
    assertThat(
            Actions.parsed(Actions.calculation("multiply", "a", Forms.constant(Json.of(0)), ALWAYS))
                .calculations())
        .hasSize(1);
    assertThat(
            Actions.parsed(Actions.calculation("divide", "a", Forms.constant(Json.of(2)), ALWAYS))
                .calculations())
        .hasSize(1);
  }

  @Test
  void problemsOfConditionsAndValuesSayWhereTheyAre() {
    Json broken = Forms.condition("is", Forms.field("dead"), Forms.constant(Json.of(1)));

    assertThat(Actions.problems(Actions.jump("field", "text", broken)))
        .extracting(Problem::path)
        .containsExactly("/l/0/condition/vars/0");
    assertThat(Actions.problems(Actions.calculation("add", "a", Forms.field("dead"), ALWAYS)))
        .extracting(Problem::code, Problem::path)
        .containsExactly(tuple("dead-ref", "/l/0/details/value"));
    assertThat(
            Actions.problems(Actions.calculation("add", "a", Forms.constant(Json.of(1)), broken)))
        .hasSize(1);
  }

  @Test
  void whatDoesNotCompileIsLeftOut() {
    Parsed<FieldLogic> parsed =
        Logic.parse(
            JsonArray.of(
                Actions.jump("field", "dead", ALWAYS), Actions.jump("field", "text", ALWAYS)),
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
}
