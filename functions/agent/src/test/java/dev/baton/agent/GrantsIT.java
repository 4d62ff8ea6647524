package dev.baton.agent;

import static dev.baton.agent.AgentBench.ADA;
import static dev.baton.agent.AgentBench.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.core.run.RunCommand;
import dev.baton.agent.work.tool.ToolGrants;
import dev.baton.shell.access.DynamoKeyStore;
import dev.baton.shell.access.KeyMint;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** For how long the credential of a run opens anything, as the authorizer of the API sees it. */
@ExtendWith(DynamoDbLocal.class)
class GrantsIT {
  private static final long LIFE = 900_000;

  private final AgentBench bench;
  private final DynamoKeyStore authorizer;
  private final ToolGrants grants;
  private final String session;

  GrantsIT(DynamoDbClient client) {
    bench = new AgentBench(client, Map.of());
    authorizer = new DynamoKeyStore(bench.wiring().live().table(), bench.wiring().clock());
    grants = new ToolGrants(bench.wiring().grants(), new KeyMint(), bench.wiring().clock());
    session = bench.start(ADA);
  }

  @Test
  void aWorkersCredentialNamesItsCommandsAndIsGoneWhenItsWorkIsDone() {
    String token;
    try (ToolGrants.Grant grant = opened()) {
      token = grant.token();
      assertThat(authorizer.findUsable(KeyMint.hash(token)))
          .isNotNull()
          .satisfies(key -> assertThat(key.scopes().patterns()).containsExactly("chat-poll"));
      assertThat(authorizer.ofOwner(ADA, null)).isEmpty();
    }

    assertThat(isUsable(token)).isFalse();
  }

  @Test
  void theCredentialOfADeadWorkerEndsWithItsSession() {
    String token = opened().token();
    String other = bench.start(ADA);
    bench.pass(Duration.ofSeconds(20));
    bench.call("agent-end", ADA, of(other)).data();
    assertThat(isUsable(token)).isTrue();

    bench.call("agent-end", ADA, of(session)).data();

    assertThat(isUsable(token)).isFalse();
  }

  @Test
  void everyCredentialOfASessionEndsWithIt() {
    List<String> tokens = List.of(opened().token(), opened().token());

    bench.call("agent-end", ADA, of(session)).data();

    assertThat(tokens).noneMatch(this::isUsable);
  }

  @Test
  void theCredentialOfADeadWorkerEndsByItself() {
    String token = opened().token();
    bench.pass(Duration.ofMillis(LIFE - 1));
    assertThat(isUsable(token)).isTrue();

    bench.pass(Duration.ofMillis(1));

    assertThat(isUsable(token)).isFalse();
  }

  /** A worker takes a run, has its credential, and is not heard of again. */
  private ToolGrants.Grant opened() {
    String run = bench.send(ADA, session);
    bench.worker(session, run, new RunCommand.Take("w"));
    ToolGrants.Grant grant = grants.open(bench.run(session, run), List.of("chat-poll"), LIFE);
    bench.work(session, run);
    return grant;
  }

  private boolean isUsable(String token) {
    return authorizer.findUsable(KeyMint.hash(token)) != null;
  }
}
