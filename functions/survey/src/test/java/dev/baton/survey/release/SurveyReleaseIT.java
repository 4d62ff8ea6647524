package dev.baton.survey.release;

import static dev.baton.survey.command.CommandBench.ADA;
import static dev.baton.survey.command.CommandBench.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.command.Answer;
import dev.baton.survey.command.CommandBench;
import dev.baton.survey.core.participant.Participant;
import dev.baton.survey.core.participant.State;
import dev.baton.survey.handoffs.SurveyHandoffsHandler;
import dev.baton.survey.import_.SurveyImportHandler;
import dev.baton.survey.store.DynamoParticipantStore;
import dev.baton.survey.store.ParticipantKey;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@ExtendWith(DynamoDbLocal.class)
class SurveyReleaseIT {
  private static final String ANA = "4567890123456789";

  private final CommandBench bench;

  SurveyReleaseIT(DynamoDbClient client) {
    this.bench = new CommandBench(client);
  }

  @BeforeEach
  void theFormIsImported() {
    bench.importWorkedExample();
  }

  @Test
  void continueEndsAHandoffAndTakesControlBack() {
    bench.reachesHandoff(ANA);

    Answer answer = release("continue", ",\"turn\":3");

    assertThat(answer.data().text("before")).isEqualTo("WAIT_EXTERNAL_EVENT");
    assertThat(answer.data().text("after")).isEqualTo("QOUT");
    Answer handoffs =
        bench.call(
            new SurveyHandoffsHandler(bench.wiring()), ADA, "{\"page_id\":\"" + PAGE + "\"}");
    assertThat(handoffs.objects("records").getFirst().text("outcome")).isEqualTo("cancelled");
    assertThat(handoffs.objects("records").getFirst().text("ended_by")).isEqualTo("release");
  }

  @Test
  void aTurnThatHasMovedIsAConflict() {
    bench.reachesHandoff(ANA);

    Answer answer = release("continue", ",\"turn\":2");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("CONFLICT");
    assertThat(participant().state()).isEqualTo(State.WAIT_EXTERNAL_EVENT);
  }

  @Test
  void ofTenOperatorsWhoSawTheSameTurnOneContinues() throws Exception {
    bench.reachesHandoff(ANA);

    List<Answer> answers = together(10, () -> release("continue", ",\"turn\":3"));

    assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
    assertThat(answers.stream().filter(answer -> answer.status() == 409)).hasSize(9);
    assertThat(participant().turn()).isEqualTo(4);
  }

  @Test
  void blockingAndUnblockingRestoresTheExactState() {
    Participant before = bench.reachesHandoff(ANA);

    assertThat(release("block", "").data().text("after")).isEqualTo("USER_BLOCKED");
    assertThat(release("block", "").data().text("after")).isEqualTo("USER_BLOCKED");
    assertThat(release("unblock", "").data().text("after")).isEqualTo("WAIT_EXTERNAL_EVENT");

    assertThat(participant().position()).isEqualTo(before.position());
  }

  @Test
  void whomNothingHoldsIsNotReleased() {
    bench.opens(ANA, "form.READ01");

    for (String action : List.of("continue", "retry", "unblock")) {
      Answer answer = release(action, "");

      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.code()).isEqualTo("NOTHING_TO_RELEASE");
    }
  }

  @Test
  void movingStartsTheOtherFormWithItsValues() {
    bench.call(
        new SurveyImportHandler(bench.wiring()),
        ADA,
        CommandBench.form("OTHER", "Other").build().write());
    bench.reachesHandoff(ANA);

    Answer answer =
        release("move", ",\"shortcode\":\"OTHER\",\"hidden\":{\"group\":\"b\",\"n\":7}");

    assertThat(answer.data().text("after")).isEqualTo("QOUT");
    assertThat(Objects.requireNonNull(participant().survey()).shortcode()).isEqualTo("OTHER");
    assertThat(Objects.requireNonNull(participant().survey()).hidden())
        .containsEntry("group", Json.of("b"))
        .containsEntry("n", Json.of(7));
  }

  @Test
  void movingToAFormThatIsNotThereIsRefused() {
    bench.opens(ANA, "form.READ01");

    assertThat(release("move", ",\"shortcode\":\"NOWHERE\"").code()).isEqualTo("FORM_NOT_FOUND");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'action':'move'",
        "'action':'continue','shortcode':'READ01'",
        "'action':'reset','hidden':{'a':'b'}",
        "'action':'move','shortcode':'READ01','hidden':{'e_handover_x':'b'}",
        "'action':'move','shortcode':'READ01','hidden':{'id':'b'}",
        "'action':'move','shortcode':'READ01','hidden':{'a':[1]}",
        "'action':'move','shortcode':'READ01','hidden':{'a':null}",
        "'action':'explode'",
        "'action':'continue','turn':-1",
        "'action':'continue','turn':'3'"
      })
  void whatMakesNoSenseIsAValidationError(String input) {
    bench.reachesHandoff(ANA);
    String body =
        ("{'page_id':'" + PAGE + "','user_id':'" + ANA + "','reason':'r'," + input + "}")
            .replace('\'', '"');

    Answer answer = bench.call(new SurveyReleaseHandler(bench.wiring()), ADA, body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("VALIDATION_ERROR");
  }

  @Test
  void whoDidItAndWhyIsInTheAuditLog() {
    bench.reachesHandoff(ANA);

    release("reset", "");

    assertThat(bench.log())
        .anyMatch(line ->
            line.contains("\"event\":\"participant_released\"")
                && line.contains("\"reason\":\"they asked\"")
                && line.contains("\"key_id\":\"ada-key\"")
                && line.contains("\"after\":\"START\""));
  }

  private Answer release(String action, String more) {
    JsonObject input =
        JsonObject.builder()
            .put("page_id", PAGE)
            .put("user_id", ANA)
            .put("action", action)
            .put("reason", "they asked")
            .build();
    String text = input.write();
    return bench.call(
        new SurveyReleaseHandler(bench.wiring()),
        ADA,
        text.substring(0, text.length() - 1) + more + "}");
  }

  private Participant participant() {
    return Objects.requireNonNull(
        new DynamoParticipantStore(bench.wiring().survey().table())
            .load(new ParticipantKey(PAGE, ANA)));
  }

  private static List<Answer> together(int callers, Callable<Answer> call) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
      List<Callable<Answer>> calls = new ArrayList<>();
      for (int number = 0; number < callers; number++) {
        calls.add(call);
      }
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> future : threads.invokeAll(calls)) {
        answers.add(future.get());
      }
      return answers;
    }
  }
}
