package dev.baton.survey.engine;

import static dev.baton.survey.engine.Requests.from;
import static dev.baton.survey.engine.Requests.passed;
import static dev.baton.survey.engine.Requests.referral;
import static dev.baton.survey.engine.Requests.tap;
import static dev.baton.survey.engine.Requests.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.survey.core.participant.ParticipantError;
import dev.baton.survey.core.participant.State;
import dev.baton.survey.graph.LoopbackGraph;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Whatever a partner, Graph or a link says, the survey goes on. */
@ExtendWith(DynamoDbLocal.class)
class HostileReturnIT {
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
  void aReturnWithThousandsOfCollidingNamesEndsTheHandoff() {
    engine.happens(from(0, referral("form.READ01")));
    engine.happens(from(10_000, text("m_a2", "Ana")));
    engine.happens(from(20_000, tap("m_a3", "City", "region")));
    StringBuilder members = new StringBuilder();
    for (int letter = 0; letter < 1_900; letter++) {
      members.append(letter == 0 ? "" : ",").append('"').appendCodePoint(0x4e00 + letter);
      members.append("\":1");
    }

    engine.happens(
        from(620_000, passed("999888777", "{\"" + "n".repeat(230) + "\":{" + members + "}}")));

    assertThat(engine.deadLetters.letters()).isEmpty();
    assertThat(engine.participant().state()).isEqualTo(State.QOUT);
    assertThat(engine.participant().lastHandoff()).isNotNull();
  }

  @Test
  void aGraphErrorWithEndlessCodesBlocksAndDoesNotFillTheState() {
    String endless = "9".repeat(300_000);
    graph.answers(
        400,
        "{\"error\":{\"code\":\""
            + endless
            + "\",\"error_subcode\":"
            + endless.substring(0, 900)
            + "}}");

    engine.happens(from(0, referral("form.READ01")));

    assertThat(engine.participant().state()).isEqualTo(State.BLOCKED);
  }

  @Test
  void aLinkToAFormWithAnEndlessNameFindsNoForm() {
    engine.happens(from(0, referral("form." + "x".repeat(3_000))));

    assertThat(engine.deadLetters.letters()).isEmpty();
    assertThat(engine.participant().state()).isEqualTo(State.ERROR);
    assertThat(engine.log).anyMatch(line -> line.contains(ParticipantError.FORM_NOT_FOUND));
  }
}
