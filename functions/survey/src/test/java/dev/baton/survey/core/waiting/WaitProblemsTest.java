package dev.baton.survey.core.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.problem.Problem;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a wait, and where. */
class WaitProblemsTest {
  @ParameterizedTest
  @ValueSource(strings = {"30 moons", "", "5", "0s"})
  void timesThatDoNotReadAreReported(String text) {
    assertThat(Trees.parse(Trees.timeout(text)).problems())
        .containsExactly(
            new Problem(
                "wait-bad-duration",
                true,
                "/fields/2/properties/description",
                "reading",
                "timeout " + Durations.whyNot(text),
                "Write a duration such as '1 hour 30 minutes' or an instant such as '2026-03-01T08:00Z'."));
  }

  @Test
  void timesOfOtherShapesAreReported() {
    assertThat(fact(Json.of(30))).isEqualTo("timeout '30' is not a duration");
    assertThat(fact(variable("none"))).isEqualTo("timeout 'none' is not among the timeouts");
    assertThat(fact(variable("odd"))).isEqualTo("timeout 'odd' is not among the timeouts");
    assertThat(fact(variable("number"))).isEqualTo("timeout 'number' is not among the timeouts");
    assertThat(fact(Trees.object("variable", Json.of(1))))
        .isEqualTo("timeout '{\"variable\":1}' is not a duration");
    assertThat(fact(Trees.object("type", Json.of("relative"), "timeout", Json.of("2026-03-01"))))
        .isEqualTo("timeout '2026-03-01' is not a duration");
    assertThat(fact(Trees.object("type", Json.of("absolute"), "timeout", Json.of("5m"))))
        .isEqualTo("timeout '5m' is not between 1 second and 365 days");
    assertThat(fact(Trees.object("type", Json.of("sometime"), "timeout", Json.of("1h"))))
        .isNotEmpty();
    assertThat(fact(Trees.object("timeout", Json.of("1h")))).isNotEmpty();
    assertThat(fact(Trees.object("type", Json.of("relative")))).isNotEmpty();
  }

  @Test
  void unknownOperatorsAndTypesAreReported() {
    assertThat(
            Trees.parse(
                    JsonObject.builder()
                        .put("op", "xor")
                        .put("vars", JsonArray.of(Trees.message()))
                        .build())
                .problems())
        .extracting(Problem::code, Problem::fact, Problem::suggestion)
        .containsExactly(
            tuple("wait-bad-operator", "'xor' combines no waits", "Write 'or' or 'and'."));
    assertThat(Trees.parse(Trees.object("type", Json.of("timout"))).problems())
        .extracting(Problem::code, Problem::fact, Problem::suggestion)
        .containsExactly(
            tuple("wait-unknown-type", "'timout' is no kind of wait", "Write 'timeout'."));
    assertThat(Trees.parse(Json.of("30m")).problems())
        .extracting(Problem::code, Problem::fact, Problem::suggestion)
        .containsExactly(
            tuple(
                "wait-unknown-type",
                "'30m' is no kind of wait",
                "Give it a type out of timeout, external, handoff_return, handover, user_message."));
    assertThat(Trees.parse(Trees.object("type", Json.of(5))).problems().getFirst().fact())
        .isEqualTo("'5' is no kind of wait");
    assertThat(
            Trees.parse(
                    JsonObject.builder()
                        .put("op", 5)
                        .put("vars", JsonArray.of(Trees.message()))
                        .build())
                .problems())
        .extracting(Problem::fact)
        .containsExactly("'5' combines no waits");
  }

  @Test
  void longTextsAreQuotedInPart() {
    assertThat(Trees.parse(Json.of("x".repeat(60))).problems().getFirst().fact())
        .isEqualTo("'" + "x".repeat(60) + "' is no kind of wait");
    assertThat(Trees.parse(Json.of("x".repeat(61))).problems().getFirst().fact())
        .isEqualTo("'" + "x".repeat(60) + "\u2026' is no kind of wait");
  }

  @Test
  void combinationsNeedParts() {
    assertThat(Trees.parse(Trees.or()).problems())
        .extracting(Problem::code, Problem::fact, Problem::suggestion)
        .containsExactly(tuple("wait-empty", "'or' has no vars", "Give it at least one wait."));
    assertThat(
            Trees.parse(JsonObject.builder().put("op", "and").put("vars", "x").build()).problems())
        .extracting(Problem::code)
        .containsExactly("wait-empty");
  }

  @Test
  void everyProblemIsReported() {
    assertThat(Trees.parse(Trees.or(Trees.timeout("x"), Trees.and(), Trees.message(), Json.of(1))))
        .satisfies(parsed -> {
          assertThat(parsed.value()).isNull();
          assertThat(parsed.problems())
              .extracting(Problem::code)
              .containsExactly("wait-bad-duration", "wait-empty", "wait-unknown-type");
        });
  }

  @Test
  void thirtyTwoLeavesAreTheMost() {
    assertThat(Trees.parse(leaves(32)).problems()).isEmpty();
    assertThat(Trees.parse(leaves(33)).problems())
        .extracting(Problem::code, Problem::fact, Problem::suggestion)
        .containsExactly(tuple("wait-too-big", "the wait has 33 leaves", "Use at most 32."));
  }

  @Test
  void tenLevelsAreTheMost() {
    assertThat(Trees.parse(nested(9)).problems()).isEmpty();
    assertThat(Trees.parse(nested(10)).problems())
        .extracting(Problem::code, Problem::fact, Problem::suggestion)
        .containsExactly(tuple("wait-too-big", "the wait is nested deeper than 10", "Flatten it."));
  }

  private static String fact(Json value) {
    List<Problem> problems =
        Trees.parse(Trees.object("type", Json.of("timeout"), "value", value)).problems();
    assertThat(problems).extracting(Problem::code).containsExactly("wait-bad-duration");
    return problems.getFirst().fact();
  }

  private static JsonObject variable(String name) {
    return Trees.object("variable", Json.of(name));
  }

  private static Json leaves(int count) {
    Json[] leaves = new Json[count];
    Arrays.fill(leaves, Trees.message());
    return Trees.or(leaves);
  }

  private static Json nested(int levels) {
    Json json = Trees.message();
    for (int level = 0; level < levels; level++) {
      json = Trees.and(json);
    }
    return json;
  }
}
