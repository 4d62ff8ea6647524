package dev.baton.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.session.Session;
import dev.baton.core.session.SessionCommand;
import dev.baton.core.session.SessionLimits;
import dev.baton.core.session.SessionState;
import dev.baton.shell.session.OwnedSession;
import dev.baton.shell.session.SessionHandled;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** How many live sessions an owner has, however many are opened at once. */
@ExtendWith(DynamoDbLocal.class)
final class SessionQuotaIT {
  private static final Duration LIFE = SessionLimits.DEFAULTS.maxLife();

  private final DynamoDbClient client;

  SessionQuotaIT(DynamoDbClient client) {
    this.client = client;
  }

  @Test
  void anOwnerHasOnlySoManyLiveSessions() {
    SessionBench bench = bench(2);
    Session first = bench.open(bench.tokens.issue());
    bench.open(bench.tokens.issue());
    assertThat(bench.tryOpen(bench.tokens.issue())).isEqualTo(new SessionHandled.OverQuota());

    bench.handle(first, new SessionCommand.End(null));

    bench.open(bench.tokens.issue());
  }

  @Test
  void ofTwentyThatOpenAtOnceTheLastPlaceIsGivenToOne() {
    for (int round = 0; round < 10; round++) {
      SessionBench bench = bench(3);
      bench.open(bench.tokens.issue());
      bench.open(bench.tokens.issue());

      List<SessionHandled> answers = openAtOnce(bench, 20);

      assertThat(answers).filteredOn(SessionHandled.Decided.class::isInstance).hasSize(1);
      assertThat(answers).filteredOn(new SessionHandled.OverQuota()::equals).hasSize(19);
      assertThat(bench.sessions.ofOwner(SessionBench.OWNER)).hasSize(3);
    }
  }

  @Test
  void whoeverOpensManyAtOnceGetsAsManyAsFit() {
    SessionBench bench = bench(200);

    List<SessionHandled> answers = openAtOnce(bench, 20);

    assertThat(answers).allMatch(SessionHandled.Decided.class::isInstance);
    assertThat(bench.sessions.ofOwner(SessionBench.OWNER)).hasSize(20);
  }

  @Test
  void anEndThatIsNotedLateTakesNobodyElsesPlace() {
    SessionBench bench = bench(1);
    Session old = bench.open(bench.tokens.issue());
    bench.now.addAndGet(LIFE.plusSeconds(1).toMillis());
    Session young = bench.open(bench.tokens.issue());

    bench.handle(old, new SessionCommand.Fire(bench.tokens.issue().hash()));

    assertThat(bench.load(old).state()).isEqualTo(SessionState.EXPIRED);
    assertThat(bench.sessions.ofOwner(SessionBench.OWNER))
        .containsExactly(new OwnedSession(young.id(), SessionBench.RESOURCE, "key-1"));
    assertThat(bench.tryOpen(bench.tokens.issue())).isEqualTo(new SessionHandled.OverQuota());
  }

  private static List<SessionHandled> openAtOnce(SessionBench bench, int count) {
    return SessionBench.together(
        IntStream.range(0, count)
            .<Callable<SessionHandled>>mapToObj(number -> () -> bench.tryOpen(bench.tokens.issue()))
            .toList());
  }

  private SessionBench bench(int most) {
    SessionLimits usual = SessionLimits.DEFAULTS;
    return new SessionBench(
        client,
        new SessionLimits(
            usual.handoffExpiry(),
            usual.idle(),
            usual.reconnectWindow(),
            usual.maxLife(),
            usual.maxReconnects(),
            usual.stableAfter(),
            usual.activityStep(),
            usual.expiryWarning(),
            usual.authDeadline(),
            usual.handover(),
            most));
  }
}
