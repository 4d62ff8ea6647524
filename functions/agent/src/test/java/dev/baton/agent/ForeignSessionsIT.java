package dev.baton.agent;

import static dev.baton.agent.AgentBench.ADA;
import static dev.baton.agent.AgentBench.EVE;
import static dev.baton.agent.AgentBench.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.access.Scopes;
import dev.baton.core.frame.WayBack;
import dev.baton.core.json.JsonObject;
import dev.baton.core.session.SessionParticipant;
import dev.baton.core.session.SessionProfile;
import dev.baton.shell.session.Origin;
import dev.baton.shell.session.Tokens;
import dev.baton.testkit.command.Answer;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What is somebody else's, or of another domain, is answered like what is not there. */
@ExtendWith(DynamoDbLocal.class)
class ForeignSessionsIT {
  private static final String MISSING = "ses_AAAAAAAAAAAAAAAAAAAAAA";

  private final AgentBench bench;

  ForeignSessionsIT(DynamoDbClient client) {
    this.bench = new AgentBench(client, Map.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "agent-status;{\"sessionId\":\"%s\"}",
        "agent-poll;{\"sessionId\":\"%s\"}",
        "agent-send;{\"sessionId\":\"%s\",\"message\":\"Hi\"}",
        "agent-cancel;{\"sessionId\":\"%s\"}",
        "agent-approve;{\"sessionId\":\"%s\",\"approvalId\":\"apr_1\",\"approved\":true}",
        "agent-reconnect;{\"sessionId\":\"%s\"}",
        "agent-end;{\"sessionId\":\"%s\"}"
      })
  void foreignSessionIsAnsweredLikeAMissingOne(String command, String input) {
    String session = bench.start(ADA);
    String run = bench.send(ADA, session);
    bench.await(session, run, "apr_1");

    Answer foreign = bench.call(command, EVE, input.formatted(session));
    Answer missing = bench.call(command, EVE, input.formatted(MISSING));
    assertThat(foreign.text()).isEqualTo(missing.text());
    assertThat(foreign.code()).isEqualTo("SESSION_NOT_FOUND");
    Answer status = bench.call("agent-status", ADA, of(session));
    assertThat(status.part("session").text("state")).isEqualTo("active");
    assertThat(status.part("run").text("state")).isEqualTo("awaiting_approval");
  }

  @ParameterizedTest
  @ValueSource(strings = {"agent-status", "agent-poll", "agent-cancel"})
  void runOfAnotherSessionIsAnsweredLikeAMissingOne(String command) {
    String session = bench.start(ADA);
    String foreign = bench.send(EVE, bench.start(EVE));
    String input = "{\"sessionId\":\"" + session + "\",\"runId\":\"%s\"}";

    Answer other = bench.call(command, ADA, input.formatted(foreign));
    Answer missing = bench.call(command, ADA, input.formatted("run_AAAAAAAAAAAAAAAAAAAAAA"));
    assertThat(other.text()).isEqualTo(missing.text());
    assertThat(other.code()).isEqualTo("NOT_FOUND");
  }

  @Test
  void approvalOfAnotherSessionIsAnsweredLikeAMissingOne() {
    String eves = bench.start(EVE);
    bench.await(eves, bench.send(EVE, eves), "apr_1");
    String session = bench.start(ADA);
    String input = "{\"sessionId\":\"" + session + "\",\"approved\":true,\"approvalId\":\"%s\"}";

    Answer other = bench.call("agent-approve", ADA, input.formatted("apr_1"));
    Answer missing = bench.call("agent-approve", ADA, input.formatted("apr_2"));
    assertThat(other.text()).isEqualTo(missing.text());
    assertThat(other.code()).isEqualTo("NOT_FOUND");
  }

  @ParameterizedTest
  @ValueSource(strings = {"agent-status", "agent-poll", "agent-reconnect", "agent-end"})
  void sessionOfAnotherDomainIsNoAgentSession(String command) {
    Tokens tokens = new Tokens();
    SessionProfile chat =
        new SessionProfile(
            tokens.sessionId(),
            "chat",
            "general",
            ADA,
            "key_1",
            Scopes.parse("*"),
            "websocket",
            new SessionParticipant("p_1", "Ada", false),
            JsonObject.EMPTY,
            new WayBack("chat-reconnect", "chat-poll"),
            5,
            0,
            bench.now());
    bench.wiring().sessions().open(chat, tokens.issue(), Origin.ofBaton("test"));

    assertThat(bench.call(command, ADA, of(chat.sessionId())).code())
        .isEqualTo("SESSION_NOT_FOUND");
    assertThat(bench.wiring().sessions().findOwned(chat.sessionId(), ADA))
        .isNotNull()
        .satisfies(session -> assertThat(session.state().isLive()).isTrue());
  }
}
