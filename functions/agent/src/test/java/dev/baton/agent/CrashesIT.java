package dev.baton.agent;

import static dev.baton.agent.AgentBench.message;
import static dev.baton.agent.AgentBench.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.testkit.command.Answer;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import dev.baton.testkit.dynamodb.FailingClient;
import dev.baton.testkit.dynamodb.FailingClient.Moment;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A function ends at each of its store calls, before it and after it; the caller sends the same
 * request with the same Idempotency-Key again. There is one session, one run, one end.
 */
@ExtendWith(DynamoDbLocal.class)
final class CrashesIT {
  private static final Duration LEASE = Duration.ofSeconds(31);

  private final FailingClient failing;
  private final AgentBench bench;

  CrashesIT(DynamoDbClient client) {
    failing = new FailingClient(client);
    bench = new AgentBench(failing.client(), Map.of("BATON_SESSION_MAX_PER_OWNER", "1"));
    failing.recover();
  }

  /** Every owner may have one session only, so a second would be refused. */
  @ParameterizedTest
  @EnumSource(Moment.class)
  void aSessionThatIsAskedForAgainIsOneSessionWithOneRun(Moment moment) {
    String input = "{\"prompt\":\"Hello\",\"tools\":[]}";
    boolean crashed = true;
    for (int call = 1; crashed; call++) {
      String owner = moment.name() + call;

      crashed = crashes("agent-start", owner, input, call, moment);
      bench.pass(LEASE);

      Answer again = bench.call("agent-start", owner, input, "k");
      String run = Objects.requireNonNull(again.part("metadata").text("runId"));
      assertThat(bench.call("agent-start", owner, input, "other").code())
          .as("%s call %d", moment, call)
          .isEqualTo("QUOTA_EXCEEDED");
      assertThat(bench.call("agent-poll", owner, of(again.sessionId())).types())
          .containsExactly("run_started");
      assertThat(bench.started()).anyMatch(event -> event.contains(run));
      assertThat(bench.timers()).anyMatch(timer -> timer.startsWith(run));
    }
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void aMessageThatIsSentAgainIsOneRun(Moment moment) {
    boolean crashed = true;
    for (int call = 1; crashed; call++) {
      String owner = moment.name() + "-" + call;
      String session = bench.start(owner);

      crashed = crashes("agent-send", owner, message(session, "Hi"), call, moment);
      bench.pass(LEASE);

      String run = bench.call("agent-send", owner, message(session, "Hi"), "k").text("runId");
      assertThat(bench.call("agent-poll", owner, of(session)).types())
          .as("%s call %d", moment, call)
          .containsExactly("run_started");
      assertThat(bench.wiring().store().messages(session)).hasSize(1);
      assertThat(bench.started()).anyMatch(event -> event.contains(run));
    }
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void anEndThatIsAskedForAgainIsWhole(Moment moment) {
    boolean crashed = true;
    for (int call = 1; crashed; call++) {
      String owner = moment.name() + "/" + call;
      String session = bench.start(owner);
      bench.send(owner, session);

      crashed = crashes("agent-end", owner, of(session), call, moment);
      bench.pass(LEASE);

      bench.call("agent-end", owner, of(session), "k").data();
      assertThat(bench.call("agent-poll", owner, of(session)).types())
          .as("%s call %d", moment, call)
          .containsExactly("run_started", "cancelled");
      assertThat(bench.wiring().store().inflightOf(owner)).isZero();
    }
  }

  /** Whether the call got as far as the store call at which its process ends. */
  private boolean crashes(String command, String owner, String input, int call, Moment moment) {
    failing.crashAt(call, moment);
    try {
      bench.call(command, owner, input, "k");
      return false;
    } catch (FailingClient.Crash crash) {
      return true;
    } finally {
      failing.recover();
    }
  }
}
