package dev.baton.survey.handoffs;

import static dev.baton.survey.command.CommandBench.ADA;
import static dev.baton.survey.command.CommandBench.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.command.Answer;
import dev.baton.survey.command.CommandBench;
import dev.baton.survey.command.Forgery;
import dev.baton.survey.core.handoff.Metadata;
import dev.baton.survey.core.inbound.Happening.ControlPassed;
import dev.baton.survey.core.participant.command.Command;
import dev.baton.survey.core.participant.command.Firing;
import dev.baton.survey.core.participant.effect.TimerKind;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@ExtendWith(DynamoDbLocal.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SurveyHandoffsIT {
  private final CommandBench bench;

  SurveyHandoffsIT(DynamoDbClient client) {
    this.bench = new CommandBench(client);
  }

  /** Ana comes back after 600 s, Ben after 60 s, Carla's time runs out, Dan is still away. */
  @BeforeAll
  void fourHandoffs() {
    bench.importWorkedExample();
    bench.reachesHandoff("ana");
    bench.pass(600_000);
    comesBack("ana", JsonObject.builder().put("level", 6).put("mood", "good").build());
    bench.reachesHandoff("ben");
    bench.pass(60_000);
    comesBack("ben", JsonObject.builder().put("level", 3).build());
    bench.reachesHandoff("carla");
    bench.pass(1_200_000);
    bench.handled("carla", new Command.TimerFired(TimerKind.WAIT, 3, Firing.SCHEDULER));
    bench.reachesHandoff("dan");
  }

  @Test
  void recordsComeOldestFirstWithAllTheyHold() {
    List<JsonObject> records = ask("").objects("records");

    assertThat(records.stream().map(record -> record.text("user_id")))
        .containsExactly("ana", "ben", "carla", "dan");
    assertThat(records.getFirst().write())
        .startsWith(
            "{\"handoff_id\":\""
                + PAGE
                + "/ana/3/1\",\"page_id\":\""
                + PAGE
                + "\",\"user_id\":\"ana\"")
        .contains("\"duration_ms\":600000")
        .contains("\"outcome\":\"returned\",\"ended_by\":\"return\"")
        .contains("\"sent_keys\":[\"participant_id\",\"age_group\",\"assessment_type\"]");
  }

  @Test
  void theSummaryCountsRatesAndDurations() {
    JsonObject summary = Objects.requireNonNull(ask("").data().object("summary"));

    assertThat(summary.write())
        .startsWith(
            "{\"total\":4,\"open\":1,\"ended\":3,\"outcomes\":{\"failed\":0,\"returned\":2,\"idle\":0,"
                + "\"timed_out\":1,\"cancelled\":0},\"success_rate\":0.6667,"
                + "\"duration_ms\":{\"p50\":600000,\"p90\":1200000,\"p99\":1200000},"
                + "\"returned_keys\":[{\"key\":\"e_handover_level\",\"count\":2}")
        .endsWith("\"complete\":true}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ,"outcome":"returned"       | 2
          ,"outcome":"timed_out"      | 1
          ,"outcome":"open"           | 1
          ,"outcome":"idle"           | 0
          ,"user_id":"ana"            | 1
          ,"shortcode":"READ01"       | 4
          ,"target_app_id":"999888777"| 4
          ,"target_app_id":"1"        | 0
          ,"until":1                  | 0
          ,"since":"2099-01-01"       | 0
          """)
  void filtersHoldForRecordsAndSummary(String filter, int count) {
    Answer answer = ask(filter);

    assertThat(answer.objects("records")).hasSize(count);
    assertThat(Objects.requireNonNull(answer.data().object("summary")).get("total"))
        .isEqualTo(Json.of(count));
  }

  @Test
  void oneParticipantCanBeAskedForWithinATime() {
    Json started = Objects.requireNonNull(ask("").objects("records").getFirst().get("started_at"));

    assertThat(ask(",\"user_id\":\"ana\",\"since\":" + started.write()).objects("records"))
        .hasSize(1);
    assertThat(ask(",\"user_id\":\"ben\",\"until\":" + started.write()).objects("records"))
        .isEmpty();
  }

  @Test
  void theSummaryComesWithTheFirstPageOnly() {
    List<String> seen = new ArrayList<>();
    List<Boolean> summaries = new ArrayList<>();

    String cursor = "";
    while (cursor != null) {
      Answer page = ask(",\"limit\":3" + cursor);
      page.objects("records").forEach(record -> seen.add(String.valueOf(record.text("user_id"))));
      summaries.add(page.data().has("summary"));
      String next = page.data().text("next_cursor");
      cursor = next == null ? null : ",\"cursor\":\"" + next + "\"";
    }

    assertThat(seen).containsExactly("ana", "ben", "carla", "dan");
    assertThat(summaries).containsExactly(true, false);
  }

  @ParameterizedTest
  @MethodSource("dev.baton.survey.command.Forgery#places")
  void aForgedCursorIsInvalid(List<String> place) {
    assertThat(forged(JsonObject.builder().put("page_id", PAGE).build(), place))
        .isEqualTo("INVALID_CURSOR");
    assertThat(
            forged(JsonObject.builder().put("page_id", PAGE).put("user_id", "ana").build(), place))
        .isEqualTo("INVALID_CURSOR");
  }

  private String forged(JsonObject input, List<String> place) {
    String body = Forgery.with(SurveyHandoffsDefinition.DEFINITION, input, place);
    return bench.call(new SurveyHandoffsHandler(bench.wiring()), ADA, body).code();
  }

  private void comesBack(String userId, JsonObject metadata) {
    bench.happens(
        userId, new ControlPassed("555000111", "999888777", new Metadata.Structured(metadata, 20)));
  }

  private Answer ask(String more) {
    return bench.call(
        new SurveyHandoffsHandler(bench.wiring()),
        ADA,
        "{\"page_id\":\"" + PAGE + "\"" + more + "}");
  }
}
