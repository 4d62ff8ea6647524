package dev.baton.agent;

import static dev.baton.agent.AgentBench.ADA;
import static dev.baton.agent.AgentBench.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.testkit.command.Answer;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What keeps a session in use, and what must not spoil its conversation. */
@ExtendWith(DynamoDbLocal.class)
final class SessionUseIT {
  private final AgentBench bench;

  SessionUseIT(DynamoDbClient client) {
    bench = new AgentBench(client, Map.of());
  }

  @Test
  void messageOfWhiteSpaceDoesNotSpoilTheConversation() {
    String session = bench.start(ADA);
    String input = "{\"sessionId\":\"" + session + "\",\"message\":\"%s\"}";

    Answer blank = bench.call("agent-send", ADA, input.formatted("\\u3000 \\n"));

    assertThat(blank.code()).isEqualTo("VALIDATION_ERROR");
    assertThat(blank.text()).contains("message: must not be white space alone.");
    assertThat(bench.wiring().store().messages(session)).isEmpty();
  }

  @Test
  void sessionWhoseFirstRunWaitsForAPersonDoesNotExpireAsUnused() {
    Answer started = bench.call("agent-start", ADA, "{\"prompt\":\"Delete it\"}");
    String session = started.sessionId();
    String run = Objects.requireNonNull(started.part("metadata").text("runId"));
    bench.await(session, run, "apr_1");
    bench.pass(Duration.ofMinutes(6));

    Answer status = bench.call("agent-status", ADA, of(session));
    assertThat(status.part("session").text("state")).isEqualTo("active");
    assertThat(status.part("run").text("state")).isEqualTo("awaiting_approval");
  }

  @Test
  void sessionWhoseOwnerAnsweredIsInUse() {
    String session = bench.start(ADA);
    String run = bench.send(ADA, session);
    bench.await(session, run, "apr_1", "apr_2");
    bench.pass(Duration.ofMinutes(9));
    String answer =
        "{\"sessionId\":\"" + session + "\",\"approvalId\":\"apr_1\",\"approved\":true}";
    assertThat(bench.call("agent-approve", ADA, answer).status()).isEqualTo(200);

    bench.pass(Duration.ofMinutes(22));
    assertThat(bench.call("agent-status", ADA, of(session)).part("session").text("state"))
        .isEqualTo("active");
  }
}
