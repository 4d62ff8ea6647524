package dev.baton.survey.engine;

import static dev.baton.survey.engine.Requests.from;
import static dev.baton.survey.engine.Requests.passed;
import static dev.baton.survey.engine.Requests.referral;
import static dev.baton.survey.engine.Requests.tap;
import static dev.baton.survey.engine.Requests.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.survey.core.participant.State;
import dev.baton.survey.graph.LoopbackGraph;
import dev.baton.survey.store.DynamoAnswerStore;
import dev.baton.survey.store.DynamoHandoffStore;
import dev.baton.survey.store.ParticipantKey;
import dev.baton.survey.store.StoredAnswerRow;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The worked example of survey spec §10, through the handlers. */
@ExtendWith(DynamoDbLocal.class)
class ReadingAssessmentIT {
  private static final ParticipantKey ANA = new ParticipantKey(Engine.PAGE, Engine.USER);
  private static final String RESULT =
      """
      {"completion_status":"success","assessment_results":{"reading_level":6,"comprehension_score":82}}\
      """;

  private LoopbackGraph graph;
  private Engine engine;

  @BeforeEach
  void start(DynamoDbClient client) throws IOException {
    graph = new LoopbackGraph();
    engine = new Engine(client, graph.url());
    engine.imports("READ01", "reading.json");
  }

  @AfterEach
  void stop() {
    graph.close();
  }

  @Test
  void handoffReturnsAndTheSurveyBranchesOnItsResults() {
    untilHandoff();

    engine.happens(from(620_000, passed("999888777", RESULT)));
    assertThat(engine.participant().state()).isEqualTo(State.QOUT);
    engine.happens(from(630_000, tap("m_a4", "3", "standard_1")));

    assertThat(engine.participant().state()).isEqualTo(State.END);
    assertThat(engine.participant().settled()).isTrue();
    assertThat(answers())
        .extracting(row -> row.answer().ref(), row -> row.answer().response())
        .containsExactly(tuple("name", "Ana"), tuple("region", "City"), tuple("standard_1", "3"));
    assertThat(new DynamoHandoffStore(engine.wiring.table()).ofParticipant(ANA, 10, null).rows())
        .singleElement()
        .satisfies(record -> assertThat(record.text("outcome")).isEqualTo("returned"));
    assertThat(graph.requests()).hasSize(7);
    assertThat(engine.scheduler.schedules()).isEmpty();
    assertThat(engine.deadLetters.letters()).isEmpty();
  }

  @Test
  void handoffThatNobodyReturnsIsTakenBackByItsTimer() {
    untilHandoff();
    engine.clock.advance(Duration.ofMinutes(21));

    engine.fires(engine.scheduler.schedules().values().iterator().next());

    assertThat(engine.participant().state()).isEqualTo(State.QOUT);
    assertThat(graph.requests())
        .anyMatch(request -> request.uri().endsWith("/me/take_thread_control"));
    assertThat(engine.log).anyMatch(line -> line.contains("\"outcome\":\"timed_out\""));
  }

  @Test
  void everythingDeliveredTwiceChangesNothing() {
    String[] start = {from(0, referral("form.READ01"))};
    engine.happens(start);
    engine.happens(start);
    engine.happens(from(10_000, text("m_a2", "Ana")), from(10_000, text("m_a2", "Ana")));
    engine.happens(from(10_000, text("m_a2", "Ana")));

    assertThat(answers()).hasSize(1);
    assertThat(graph.requests()).hasSize(2);
  }

  @Test
  void anAnswerThatIsRedeliveredAfterItsKeyIsForgottenStaysAccepted() {
    engine.happens(from(0, referral("form.READ01")));
    engine.happens(from(10_000, text("m_a2", "Ana")));
    for (int line = 1; line <= 65; line++) {
      engine.happens(from(10_000 + line, text("m_b" + line, "no such region")));
    }

    engine.happens(from(10_000, text("m_a2", "Ana")));

    assertThat(answers().getFirst().answer().response()).isEqualTo("Ana");
    assertThat(answers().getFirst().answer().accepted()).isTrue();
  }

  private void untilHandoff() {
    engine.happens(from(0, referral("form.READ01.age_group.25-34")));
    engine.happens(from(10_000, text("m_a2", "Ana")));
    engine.happens(from(20_000, tap("m_a3", "City", "region")));
    assertThat(engine.participant().state()).isEqualTo(State.WAIT_EXTERNAL_EVENT);
    assertThat(engine.scheduler.schedules()).hasSize(1);
    assertThat(graph.requests()).hasSize(4);
  }

  private List<StoredAnswerRow> answers() {
    return new DynamoAnswerStore(engine.wiring.table()).ofParticipant(ANA, 0, 50, null).rows();
  }
}
