package dev.baton.survey.engine;

import static dev.baton.survey.engine.Requests.from;
import static dev.baton.survey.engine.Requests.referral;
import static dev.baton.survey.engine.Requests.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.JsonObject;
import dev.baton.shell.json.JsonReader;
import dev.baton.survey.graph.LoopbackGraph;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

/** What turns and echoes cost of the participant item and the page. */
@ExtendWith(DynamoDbLocal.class)
class CapacityIT {
  private LoopbackGraph graph;
  private Engine engine;

  @BeforeEach
  void start(DynamoDbClient client) throws IOException {
    graph = new LoopbackGraph();
    engine = new Engine(client, graph.url());
    engine.imports("READ01", "reading.json");
    engine.happens(from(0, referral("form.READ01")));
    engine.database.forget();
  }

  @AfterEach
  void stop() {
    graph.close();
  }

  @Test
  void plainTurnReadsTheParticipantOnceAndWritesItTwice() {
    engine.happens(from(10_000, text("m_1", "Ana")));

    assertThat(engine.database.participantReads()).isEqualTo(1);
    assertThat(engine.database.participantWrites()).isEqualTo(2);
  }

  @Test
  void rejectedAnswerCostsOneWriteMoreForItsSecondMessage() {
    engine.happens(from(10_000, text("m_1", "Ana")));
    engine.database.forget();

    engine.happens(from(20_000, text("m_2", "neither")));

    assertThat(engine.database.participantReads()).isEqualTo(1);
    assertThat(engine.database.participantWrites()).isEqualTo(3);
  }

  @Test
  void echoOfWhatIsDoneCostsOneCheapReadAndNoWrite() {
    engine.happens(Requests.echo(1_000, sent(0)));

    assertThat(engine.database.participantReads()).isEqualTo(1);
    assertThat(engine.database.requests())
        .filteredOn(request -> request instanceof GetItemRequest get && !get.consistentRead())
        .hasSize(1);
    assertThat(engine.database.writes()).isZero();
  }

  @Test
  void receiptsAndUnknownThingsCostNothing() {
    engine.happens(
        from(1_000, "\"delivery\":{\"watermark\":1}"), from(1_000, "\"read\":{\"watermark\":1}"));

    assertThat(engine.database.requests()).isEmpty();
  }

  @Test
  void knownTurnThatIsAheadOfACheapReadIsReadAgain() {
    JsonObject message =
        JsonObject.builder().put("metadata", "{\"ref\":\"name\",\"eid\":\"9:0\"}").build();

    engine.happens(Requests.echo(1_000, JsonObject.builder().put("message", message).build()));

    assertThat(engine.database.participantReads()).isEqualTo(2);
    assertThat(engine.database.writes()).isZero();
  }

  @Test
  void turnWithItsEchoReadsThePageOnce() {
    engine.happens(from(10_000, text("m_1", "Ana")));
    engine.happens(Requests.echo(11_000, sent(1)));

    assertThat(engine.database.pageReads()).isEqualTo(1);
  }

  private JsonObject sent(int index) {
    String body = graph.requests().get(index).body();
    return (JsonObject) JsonReader.keepingDuplicates(50).readOwn(body);
  }
}
