package dev.baton.gateway.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.gateway.core.call.Envelope;
import dev.baton.gateway.core.pipeline.PipelinePlanTest.Parsing;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PipelineRunTest {
  private static final Json DATA =
      Parsing.json("{'n':5,'t':'abc','list':[{'x':1},{'x':2}],'o':{}}");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'$prev'                    | {'n':5,'t':'abc','list':[{'x':1},{'x':2}],'o':{}}",
        "{'a':'$prev.n'}            | {'a':5}",
        "{'a':'$first.list[1].x'}   | {'a':2}",
        "{'a':'$steps[0].t'}        | {'a':'abc'}",
        "{'a':'$steps.one.list[0]'} | {'a':{'x':1}}",
        "{'a':'$input.who'}         | {'a':'Ada'}",
        "{'a':'$input'}             | {'a':{'who':'Ada'}}",
        "{'a':'$prev.none','b':1}   | {'b':1}",
        "{'a':['$prev.none','$prev.n']} | {'a':[5]}",
        "{'a':'$prev.list[2]'}      | {}",
        "'$prev.none'               | {}",
        "{'a':'$$prev'}             | {'a':'$prev'}",
        "{'a':'$$$x'}               | {'a':'$$x'}",
        "{'a':'$5 off'}             | {'a':'$5 off'}",
        "{'a':'see $prev.n'}        | {'a':'see $prev.n'}"
      })
  void referencesStandForWhatEarlierStepsSaid(String template, String expected) {
    PipelineRun run =
        run("[{'command':'a-b','as':'one'},{'command':'c-d','input':" + template + "}]", "{}")
            .after(success(DATA));

    assertThat(run.next(false))
        .isInstanceOfSatisfying(
            PipelineRun.Call.class,
            call -> assertThat(call.input()).isEqualTo(Parsing.json(expected)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'$exists':'$prev.n'}           | true",
        "{'$exists':'$prev.none'}        | false",
        "{'$eq':['$prev.n',5.0]}         | true",
        "{'$eq':['$prev.o',{}]}          | true",
        "{'$ne':['$prev.n',6]}           | true",
        "{'$ne':['$prev.none',6]}        | false",
        "{'$eq':['$prev.none',6]}        | false",
        "{'$gt':['$prev.n',4]}           | true",
        "{'$gt':['$prev.n',5]}           | false",
        "{'$gte':['$prev.n',5]}          | true",
        "{'$lt':['$prev.t','abd']}       | true",
        "{'$lte':['$prev.t',7]}          | false",
        "{'$not':{'$exists':'$prev.a'}}  | true",
        "{'$and':[{'$exists':'$prev.n'},{'$exists':'$prev.a'}]} | false",
        "{'$or':[{'$exists':'$prev.n'},{'$exists':'$prev.a'}]}  | true"
      })
  void conditionsDecideWhetherAStepRuns(String condition, boolean runs) {
    PipelineRun run =
        run("[{'command':'a-b'},{'command':'c-d','when':" + condition + "}]", "{}")
            .after(success(DATA));

    assertThat(run.next(false) instanceof PipelineRun.Call).isEqualTo(runs);
  }

  @Test
  void positionsCountSkippedStepsToo() {
    PipelineRun run =
        run(
                "[{'command':'a-b','when':{'$exists':'$input.none'}},{'command':'c-d'},"
                    + "{'command':'e-f','input':{'a':'$steps[1].n','b':'$steps[0].n'}}]",
                "{}")
            .after(new StepOutcome.Skipped(null))
            .after(success(DATA));

    assertThat(run.next(false))
        .isInstanceOfSatisfying(
            PipelineRun.Call.class,
            call -> assertThat(call.input().write()).isEqualTo("{\"a\":5}"));
  }

  @Test
  void afterAFailureTheRestIsSkipped() {
    PipelineRun run = run("[{'command':'a-b'},{'command':'c-d'}]", "{}").after(failure());

    assertThat(run.next(false))
        .isInstanceOfSatisfying(
            PipelineRun.Skip.class,
            skip ->
                assertThat(new PipelineReport(skip.run(), 3).data().write())
                    .contains("\"status\":\"failure\"")
                    .contains("\"code\":\"COMMAND_SKIPPED\"")
                    .contains("\"completedSteps\":0,\"totalSteps\":2"));
  }

  @Test
  void aFailureMayBePassedOver() {
    PipelineRun run =
        run("[{'command':'a-b'},{'command':'c-d'}]", "{'continueOnFailure':true}").after(failure());

    assertThat(run.next(false)).isInstanceOf(PipelineRun.Call.class);
  }

  @Test
  void whenTimeIsOverTheRestIsSkipped() {
    PipelineRun run = run("[{'command':'a-b'},{'command':'c-d'}]", "{}").after(success(DATA));

    assertThat(run.next(true))
        .isInstanceOfSatisfying(
            PipelineRun.Skip.class,
            skip ->
                assertThat(new PipelineReport(skip.run(), 3).data().write())
                    .contains("\"code\":\"PIPELINE_TIMEOUT\""));
  }

  @Test
  void theReportTakesTheLeastConfidenceAndTheLastData() {
    PipelineRun run =
        run("[{'command':'a-b','as':'x'},{'command':'c-d'}]", "{}")
            .after(success(DATA, "0.5"))
            .after(success(Json.of("last"), "0.9"));
    PipelineReport report = new PipelineReport(run, 3);

    assertThat(run.next(false)).isInstanceOf(PipelineRun.Done.class);
    assertThat(report.confidence()).isEqualTo(0.5);
    assertThat(report.data().text("data")).isEqualTo("last");
    assertThat(report.data().write()).contains("{\"index\":0,\"alias\":\"x\",\"command\":\"a-b\"");
  }

  static PipelineRun run(String steps, String options) {
    List<JsonObject.Member> members = new ArrayList<>();
    members.add(new JsonObject.Member("input", Parsing.json("{'who':'Ada'}")));
    members.add(new JsonObject.Member("steps", Parsing.json(steps)));
    members.add(new JsonObject.Member("options", Parsing.json(options)));
    return PipelineRun.of((PipelinePlan.Accepted) PipelinePlan.of(new JsonObject(members), 25));
  }

  static StepOutcome success(Json data) {
    return success(data, "1.0");
  }

  private static StepOutcome success(Json data, String confidence) {
    return StepOutcome.of(
        new Envelope(
            JsonObject.builder()
                .put("success", true)
                .put("data", data)
                .put("confidence", Parsing.json(confidence))
                .put("reasoning", "Done.")
                .build()),
        4);
  }

  static StepOutcome failure() {
    return StepOutcome.of(
        new Envelope(
            JsonObject.builder()
                .put("success", false)
                .put("error", JsonObject.builder().put("code", "NOT_FOUND").build())
                .build()),
        4);
  }
}
