package dev.baton.survey.engine;

import static dev.baton.survey.engine.Requests.from;
import static dev.baton.survey.engine.Requests.referral;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.JsonObject;
import dev.baton.shell.json.JsonReader;
import dev.baton.survey.graph.LoopbackGraph;
import dev.baton.survey.store.ParticipantKey;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.io.IOException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Survey spec §2.1: 200 only after the commits; what cannot be stored comes again, what cannot be
 * handled is kept.
 */
@ExtendWith(DynamoDbLocal.class)
class StoreFaultIT {
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
  void storeFaultAsksForTheBodyAgainAndTheRepetitionIsWhole() {
    String[] body = {from("a", 0, referral("form.READ01")), from("b", 0, referral("form.READ01"))};
    engine.database.failAt("participant#" + Engine.PAGE + "#a", SdkClientException.create("down"));
    assertThat(engine.post(body).status()).isEqualTo(500);
    assertThat(exists("a")).isFalse();
    assertThat(exists("b")).isTrue();

    engine.database.failAt(null, null);

    assertThat(engine.post(body).status()).isEqualTo(200);
    assertThat(exists("a")).isTrue();
    assertThat(engine.deadLetters.letters()).isEmpty();
  }

  @Test
  void whatFollowsAnItemThatComesAgainDoesNotOvertakeIt() {
    engine.database.failOnce(
        "participant#" + Engine.PAGE + "#a", SdkClientException.create("down"));
    String first = from("a", 0, referral("form.READ01"));
    String second = from("a", 5_000, Requests.text("m_1", "Ana"));

    assertThat(engine.post(first, second).status()).isEqualTo(500);
    assertThat(exists("a")).isFalse();
    assertThat(engine.post(first, second).status()).isEqualTo(200);

    assertThat(engine.log).anyMatch(line -> line.contains("\"asked_again\":2"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void poisonItemIsKeptWithItsReasonAndTheOthersGoOn(int position) {
    String[] users = {"a", "b", "c"};
    engine.database.failAt(
        "participant#" + Engine.PAGE + "#" + users[position], new IllegalStateException("poison"));

    int status =
        engine
            .post(
                from("a", 0, referral("form.READ01")),
                from("b", 0, referral("form.READ01")),
                from("c", 0, referral("form.READ01")))
            .status();

    assertThat(status).isEqualTo(200);
    assertThat(engine.deadLetters.letters())
        .singleElement()
        .satisfies(letter ->
            assertThat(letter).contains("poison").contains("\"id\":\"" + users[position]));
    for (int index = 0; index < users.length; index++) {
      assertThat(exists(users[index])).isEqualTo(index != position);
    }
  }

  @Test
  void theLineOfAPoisonItemNamesWhoseItWas() {
    engine.database.failAt(
        "participant#" + Engine.PAGE + "#a", new IllegalStateException("poison"));

    engine.post(from("a", 0, referral("form.READ01")));

    assertThat(engine.log)
        .filteredOn(line -> line.contains("\"item_failed\""))
        .singleElement(InstanceOfAssertFactories.STRING)
        .contains("\"page_id\":\"" + Engine.PAGE + "\"", "\"user_id\":\"a\"");
  }

  @Test
  void letterIsTakenInAgainByInvokingTheFunctionWithIt() {
    engine.database.failAt(
        "participant#" + Engine.PAGE + "#a", new IllegalStateException("poison"));
    engine.post(from("a", 0, referral("form.READ01")));
    String letter = engine.deadLetters.letters().getFirst();
    assertThat(exists("a")).isFalse();

    int status =
        engine.call((JsonObject) JsonReader.keepingDuplicates(60).readOwn(letter)).status();

    assertThat(status).isEqualTo(200);
    assertThat(exists("a")).isTrue();
  }

  private boolean exists(String user) {
    engine.database.failAt(null, null);
    return engine.wiring.participantStore().load(new ParticipantKey(Engine.PAGE, user)) != null;
  }
}
