package dev.baton.agent;

import static dev.baton.agent.AgentBench.ADA;
import static dev.baton.agent.AgentBench.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the metrics say of calls that wait for a person. */
@ExtendWith(DynamoDbLocal.class)
class ApprovalCountsIT {
  private final AgentBench bench;
  private final String session;

  ApprovalCountsIT(DynamoDbClient client) {
    this.bench = new AgentBench(client, Map.of());
    this.session = bench.start(ADA);
    bench.await(session, bench.send(ADA, session), "apr_1", "apr_2");
  }

  @Test
  void callsThatWereAskedAboutWereNotCounted() {
    assertThat(lines("agent_approval_asked")).isEqualTo(2);
    assertThat(lines("agent_approval_resolved")).isZero();
  }

  @Test
  void answersOfTheOwnerAndOfTheTimeAreCountedOnce() {
    bench.call("agent-approve", ADA, answer("apr_1")).data();
    bench.call("agent-approve", ADA, answer("apr_1")).data();
    bench.pass(Duration.ofMinutes(10));
    bench.call("agent-status", ADA, of(session)).data();

    assertThat(lines("\"by\":\"owner\"")).isEqualTo(1);
    assertThat(lines("\"by\":\"timer\"")).isEqualTo(1);
    assertThat(lines("agent_approval_resolved")).isEqualTo(2);
    assertThat(lines("agent_approval_asked")).isEqualTo(2);
  }

  @Test
  void callsThatACancellationResolvedWereNotCounted() {
    bench.call("agent-approve", ADA, answer("apr_1")).data();
    bench.call("agent-cancel", ADA, of(session)).data();
    bench.call("agent-cancel", ADA, of(session)).data();

    assertThat(lines("\"by\":\"owner\"")).isEqualTo(1);
    assertThat(lines("\"by\":\"cancel\"")).isEqualTo(1);
    assertThat(lines("agent_approval_resolved")).isEqualTo(2);
  }

  private String answer(String approval) {
    return "{\"sessionId\":\"%s\",\"approvalId\":\"%s\",\"approved\":true}"
        .formatted(session, approval);
  }

  private long lines(String text) {
    return bench.log().stream().filter(line -> line.contains(text)).count();
  }
}
