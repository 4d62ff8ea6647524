package dev.baton.survey.engine;

import static dev.baton.survey.engine.Requests.from;
import static dev.baton.survey.engine.Requests.passed;
import static dev.baton.survey.engine.Requests.referral;
import static dev.baton.survey.engine.Requests.tap;
import static dev.baton.survey.engine.Requests.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.JsonObject;
import dev.baton.shell.json.JsonReader;
import dev.baton.survey.core.participant.State;
import dev.baton.survey.engine.WatchedDatabase.Killed;
import dev.baton.survey.engine.WatchedDatabase.Moment;
import dev.baton.survey.graph.LoopbackGraph;
import dev.baton.survey.graph.LoopbackGraph.Request;
import dev.baton.survey.store.DynamoAnswerStore;
import dev.baton.survey.store.DynamoHandoffStore;
import dev.baton.survey.store.ParticipantKey;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A process that dies before or after any of its writes loses nothing: Meta and Lambda bring its
 * event again, and a retry timer settles what stays in doubt. A message goes out twice at most
 * once, and not at all twice when its echo comes.
 */
@ExtendWith(DynamoDbLocal.class)
class CrashIT {
  private static final JsonReader READER = JsonReader.keepingDuplicates(50);
  private static final ParticipantKey ANA = new ParticipantKey(Engine.PAGE, Engine.USER);

  @Test
  void dyingAtAnyWriteLosesNothingAndSendsAtMostOneMessageTwice(DynamoDbClient client)
      throws IOException {
    int writes = run(client, null, false).writes();
    assertThat(writes).isGreaterThan(20);

    for (int write = 1; write <= writes; write++) {
      for (boolean done : new boolean[] {false, true}) {
        Run run = run(client, new Moment(write, done), false);

        assertThat(run.doubled()).as(run.toString()).isLessThanOrEqualTo(1);
      }
    }
  }

  @Test
  void echoHealsWhatADyingProcessHadSent(DynamoDbClient client) throws IOException {
    int writes = run(client, null, true).writes();

    for (int write = 1; write <= writes; write++) {
      Run run = run(client, new Moment(write, false), true);

      assertThat(run.doubledMessages()).as(run.toString()).isZero();
    }
  }

  /** What came of one transcript. */
  private record Run(@Nullable Moment death, int writes, int doubled, int doubledMessages) {}

  private static Run run(DynamoDbClient client, @Nullable Moment death, boolean echoes)
      throws IOException {
    try (LoopbackGraph graph = new LoopbackGraph()) {
      Engine engine = new Engine(client, graph.url());
      engine.imports("READ01", "reading.json");
      engine.database.dieAt(death);
      Transcript transcript = new Transcript(engine, graph, echoes);
      transcript.step(from(0, referral("form.READ01")));
      transcript.step(from(10_000, text("m_a2", "Ana")));
      transcript.step(from(20_000, tap("m_a3", "City", "region")));
      transcript.step(
          from(620_000, passed("999888777", "{\"assessment_results\":{\"reading_level\":6}}")));
      transcript.step(from(630_000, tap("m_a4", "3", "standard_1")));
      int writes = engine.database.writes();
      engine.database.dieAt(null);
      assertComplete(engine, death);
      return new Run(death, writes, transcript.doubled(""), transcript.doubled("/messages"));
    }
  }

  private static void assertComplete(Engine engine, @Nullable Moment death) {
    assertThat(engine.participant().state()).as("%s", death).isEqualTo(State.END);
    assertThat(engine.participant().settled()).as("%s", death).isTrue();
    assertThat(new DynamoAnswerStore(engine.wiring.table()).ofParticipant(ANA, 0, 9, null).rows())
        .as("%s", death)
        .extracting(row -> row.answer().response())
        .containsExactly("Ana", "City", "3");
    assertThat(new DynamoHandoffStore(engine.wiring.table()).ofParticipant(ANA, 9, null).rows())
        .as("%s", death)
        .extracting(record -> record.text("outcome"))
        .containsExactly("returned");
    assertThat(engine.deadLetters.letters()).as("%s", death).isEmpty();
  }

  /** The participant's side of the survey, and the platforms that bring events again. */
  private static final class Transcript {
    private static final int MOST_ROUNDS = 10;

    private final Engine engine;
    private final LoopbackGraph graph;
    private final boolean echoes;
    private int echoed;

    Transcript(Engine engine, LoopbackGraph graph, boolean echoes) {
      this.engine = engine;
      this.graph = graph;
      this.echoes = echoes;
    }

    void step(String element) {
      post(element);
      for (int round = 0; round < MOST_ROUNDS; round++) {
        deliver();
        if (engine.participant().settled()) {
          return;
        }
        engine.clock.advance(Duration.ofSeconds(61));
        fireRetries();
      }
      throw new AssertionError("Not settled: " + engine.participant().outbox());
    }

    private void post(String element) {
      try {
        assertThat(engine.post(element).status()).isEqualTo(200);
      } catch (Killed killed) {
        assertThat(engine.post(element).status()).isEqualTo(200);
      }
    }

    private void deliver() {
      Map<String, AttributeValue> item = engine.database.wakes().poll();
      while (item != null) {
        deliver(item);
        echo();
        item = engine.database.wakes().poll();
      }
    }

    private void deliver(Map<String, AttributeValue> item) {
      try {
        engine.deliver(item);
      } catch (Killed killed) {
        echo();
        engine.deliver(item);
      }
    }

    private void echo() {
      List<String> bodies = messages();
      while (echoes && echoed < bodies.size()) {
        String body = bodies.get(echoed++);
        post(Requests.echo(echoed, (JsonObject) READER.readOwn(body)));
      }
    }

    private void fireRetries() {
      Set<String> payloads = new HashSet<>();
      engine.scheduler.schedules().values().stream()
          .filter(schedule -> schedule.name().contains("-retry-"))
          .forEach(schedule -> payloads.add(schedule.target().input()));
      payloads.forEach(this::fire);
    }

    private void fire(String payload) {
      try {
        engine.timer(payload);
      } catch (Killed killed) {
        engine.timer(payload);
      }
    }

    private List<String> messages() {
      return graph.requests().stream()
          .filter(request -> request.uri().endsWith("/messages"))
          .map(Request::body)
          .toList();
    }

    /** Calls of an edge beyond the first of their content. */
    int doubled(String edge) {
      List<String> calls =
          graph.requests().stream()
              .filter(request -> request.uri().endsWith(edge))
              .map(request -> request.uri() + request.body())
              .toList();
      return calls.size() - new HashSet<>(calls).size();
    }
  }
}
