package dev.baton.survey.timers;

import static dev.baton.survey.command.CommandBench.ADA;
import static dev.baton.survey.command.CommandBench.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.command.Answer;
import dev.baton.survey.command.CommandBench;
import dev.baton.survey.command.Forgery;
import dev.baton.survey.core.participant.command.Command;
import dev.baton.survey.core.participant.command.Firing;
import dev.baton.survey.core.participant.effect.TimerKind;
import dev.baton.survey.import_.SurveyImportHandler;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@ExtendWith(DynamoDbLocal.class)
class SurveyTimersIT {
  private static final String ANA = "ana";

  private final CommandBench bench;

  SurveyTimersIT(DynamoDbClient client) {
    this.bench = new CommandBench(client);
  }

  @BeforeEach
  void theFormIsImported() {
    bench.importWorkedExample();
  }

  @Test
  void aTimerIsListedWithItsDueTimeRoundAndLateness() {
    bench.reachesHandoff(ANA);
    long due = bench.now() + 1_200_000;
    bench.pass(1_260_000);

    List<JsonObject> timers = timers("'action':'list'").objects("timers");

    assertThat(timers)
        .singleElement()
        .satisfies(timer ->
            assertThat(timer.write())
                .isEqualTo(
                    "{\"user_id\":\"ana\",\"kind\":\"wait\",\"due\":"
                        + due
                        + ",\"round\":3,\"lateness_ms\":60000}"));
  }

  @Test
  void whatIsDueFiresAndWhatIsNotDoesNot() {
    bench.reachesHandoff(ANA);
    bench.pass(600_000);
    bench.reachesHandoff("ben");
    bench.pass(700_000);

    List<JsonObject> fired = timers("'action':'fire'").objects("timers");

    assertThat(fired).hasSize(1);
    assertThat(fired.getFirst().text("user_id")).isEqualTo(ANA);
    assertThat(fired.getFirst().text("result")).isEqualTo("fired");
    assertThat(fired.getFirst().text("state")).isEqualTo("QOUT");
    assertThat(timers("'action':'fire'").objects("timers")).isEmpty();
  }

  @Test
  void withForceATimerOfOneParticipantFiresEarly() {
    bench.reachesHandoff(ANA);

    List<JsonObject> fired =
        timers("'action':'fire','user_id':'ana','force':true").objects("timers");

    assertThat(fired.getFirst().text("result")).isEqualTo("fired");
    assertThat(fired.getFirst().get("lateness_ms")).isEqualTo(Json.of(0));
  }

  @Test
  void whereTimersAreManualOnlyAnOperatorMovesTime() {
    bench.call(
        new SurveyImportHandler(bench.wiring()),
        ADA,
        CommandBench.form("OTHER", "x")
            .put("page_settings", JsonObject.builder().put("timers", "manual").build())
            .build()
            .write());
    bench.reachesHandoff(ANA);
    bench.pass(2_000_000);
    bench.handled(ANA, new Command.TimerFired(TimerKind.WAIT, 3, Firing.SCHEDULER));
    assertThat(timers("'action':'list'").objects("timers")).hasSize(1);

    List<JsonObject> fired = timers("'action':'fire','kind':'wait'").objects("timers");

    assertThat(fired.getFirst().text("result")).isEqualTo("fired");
    assertThat(fired.getFirst().text("state")).isEqualTo("QOUT");
  }

  @Test
  void anotherKindIsNotTouched() {
    bench.reachesHandoff(ANA);
    bench.pass(2_000_000);

    assertThat(timers("'action':'fire','kind':'retry'").objects("timers")).isEmpty();
    assertThat(timers("'action':'list','kind':'wait'").objects("timers")).hasSize(1);
  }

  @Test
  void forceNeedsFireAndAUser() {
    assertThat(timers("'action':'fire','force':true").code()).isEqualTo("VALIDATION_ERROR");
    assertThat(timers("'action':'list','user_id':'ana','force':true").code())
        .isEqualTo("VALIDATION_ERROR");
    assertThat(timers("'action':'list','user_id':'nobody'").code())
        .isEqualTo("PARTICIPANT_NOT_FOUND");
  }

  @Test
  void aPageOfManyIsReadParticipantByParticipant() {
    for (int number = 0; number < 7; number++) {
      bench.reachesHandoff("user" + number);
    }
    bench.opens("idle", "form.READ01");
    List<String> seen = new ArrayList<>();

    String cursor = "";
    while (cursor != null) {
      Answer page = timers("'action':'list','limit':2" + cursor);
      page.objects("timers").forEach(timer -> seen.add(String.valueOf(timer.text("user_id"))));
      String next = page.data().text("next_cursor");
      cursor = next == null ? null : ",'cursor':'" + next + "'";
    }

    assertThat(seen).containsExactly("user0", "user1", "user2", "user3", "user4", "user5", "user6");
  }

  @ParameterizedTest
  @MethodSource("dev.baton.survey.command.Forgery#impossible")
  void aForgedCursorIsInvalid(List<String> place) {
    bench.reachesHandoff(ANA);
    assertThat(
            forged(JsonObject.builder().put("page_id", PAGE).put("action", "list").build(), place))
        .isEqualTo("INVALID_CURSOR");
  }

  private String forged(JsonObject input, List<String> place) {
    String body = Forgery.with(SurveyTimersDefinition.DEFINITION, input, place);
    return bench.call(new SurveyTimersHandler(bench.wiring()), ADA, body).code();
  }

  private Answer timers(String more) {
    String body = ("{'page_id':'" + PAGE + "'," + more + "}").replace('\'', '"');
    return bench.call(new SurveyTimersHandler(bench.wiring()), ADA, body);
  }
}
