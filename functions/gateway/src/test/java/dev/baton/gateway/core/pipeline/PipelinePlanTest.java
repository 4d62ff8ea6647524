package dev.baton.gateway.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.shell.json.JsonReader;
import java.util.Collections;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PipelinePlanTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[{}]",
        "[{'command':'afd-pipe'}]",
        "[{'command':'a-b','as':'x'},{'command':'a-b','as':'x'}]",
        "[{'command':'a-b','as':'1x'}]",
        "[{'command':'a-b','input':{'a':'$steps.x'}}]",
        "[{'command':'a-b','input':{'a':['$steps[0].b']}}]",
        "[{'command':'a-b','input':'$steps[1]'},{'command':'a-b'}]",
        "[{'command':'a-b','input':'$steps.y'},{'command':'a-b','as':'y'}]",
        "[{'command':'a-b','input':'$steps'}]",
        "[{'command':'a-b','input':'$prev[x]'}]",
        "[{'command':'a-b','input':'$prev.a..b'}]",
        "[{'command':'a-b','when':{}}]",
        "[{'command':'a-b','when':{'$is':['$prev',1]}}]",
        "[{'command':'a-b','when':{'$eq':['$prev']}}]",
        "[{'command':'a-b','when':{'$eq':['prev',1]}}]",
        "[{'command':'a-b','when':{'$and':[]}}]",
        "[{'command':'a-b','when':{'$exists':'$steps.later'}},{'command':'a-b','as':'later'}]",
        "[{'command':'a-b','idempotencyKey':1}]"
      })
  void whatCannotRunAsAWholeIsRefusedBeforeAnythingRuns(String steps) {
    assertThat(plan(steps))
        .isInstanceOfSatisfying(
            PipelinePlan.Rejected.class,
            rejected ->
                assertThat(rejected.refusal().error().code().name())
                    .isEqualTo("INVALID_PIPELINE_REQUEST"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{'command':'a-b','input':{'price':'$5','note':'$previous','x':'$$steps'}}]",
        "[{'command':'a-b','as':'x'},{'command':'a-b','input':{'a':'$steps.x.b[0].c'}}]",
        "[{'command':'a-b'},{'command':'a-b','when':{'$not':{'$exists':'$steps[0].a'}}}]",
        "[{'command':'a-b','input':'$input'}]"
      })
  void whatCanRunIsAccepted(String steps) {
    assertThat(plan(steps)).isInstanceOf(PipelinePlan.Accepted.class);
  }

  @Test
  void conditionsNestEightLevelsAndNoMore() {
    assertThat(plan(nested(8))).isInstanceOf(PipelinePlan.Accepted.class);
    assertThat(plan(nested(9))).isInstanceOf(PipelinePlan.Rejected.class);
  }

  @Test
  void twentySixStepsAreTooMany() {
    Json step = JsonObject.builder().put("command", "a-b").build();

    assertThat(plan(new JsonArray(Collections.nCopies(25, step)).write()))
        .isInstanceOf(PipelinePlan.Accepted.class);
    assertThat(plan(new JsonArray(Collections.nCopies(26, step)).write()))
        .isInstanceOf(PipelinePlan.Rejected.class);
  }

  private static String nested(int levels) {
    String condition = "{'$exists':'$input'}";
    for (int level = 1; level < levels; level++) {
      condition = "{'$not':" + condition + "}";
    }
    return "[{'command':'a-b','when':" + condition + "}]";
  }

  private static PipelinePlan plan(String steps) {
    return PipelinePlan.of(JsonObject.builder().put("steps", Parsing.json(steps)).build(), 25);
  }

  /** JSON with single quotes, which are easier to read inside Java. */
  static final class Parsing {
    private Parsing() {}

    static Json json(String text) {
      return Objects.requireNonNull(
          JsonReader.refusingDuplicates(100).read(text.replace('\'', '"')).orNull());
    }
  }
}
