package dev.baton.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.session.Ending;
import dev.baton.core.session.Session;
import dev.baton.core.session.SessionCommand;
import dev.baton.core.session.SessionState;
import dev.baton.shell.live.ResourceAccess;
import dev.baton.shell.room.DynamoGuestStore;
import dev.baton.shell.room.DynamoLogStore;
import dev.baton.shell.session.IssuedToken;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What becomes of a session whose key or access to its resource was withdrawn. */
@ExtendWith(DynamoDbLocal.class)
class SessionRightsIT {
  private final SessionBench bench;

  SessionRightsIT(DynamoDbClient client) {
    bench = new SessionBench(client);
  }

  @Test
  void whateverWouldProlongASessionWithoutRightsEndsIt() {
    IssuedToken token = bench.tokens.issue();
    String hash = token.hash();
    List<SessionCommand> prolonging =
        List.of(
            bench.attach("c-1", token),
            new SessionCommand.Reconnect(hash, null),
            new SessionCommand.Reissue(hash),
            new SessionCommand.Fire(hash));
    for (SessionCommand command : prolonging) {
      bench.withdrawn = null;
      Session session = bench.open(token);
      bench.withdrawn = "access-withdrawn";
      bench.handle(session, command);

      Session ended = bench.load(session);
      Ending ending = ended.ending();
      assertThat(ended.state()).isEqualTo(SessionState.CLOSED);
      assertThat(ending == null ? null : ending.reason()).isEqualTo("access-withdrawn");
      assertThat(ended.connection()).isNull();
    }
  }

  @Test
  void nothingElseAsksForRights() {
    IssuedToken token = bench.tokens.issue();
    Session session = bench.open(token);
    bench.handle(session, bench.attach("c-1", token));
    bench.withdrawn = "key-revoked";

    bench.handle(session, new SessionCommand.Touch("c-1", null));
    bench.handle(session, new SessionCommand.Drop("c-1"));

    assertThat(bench.load(session).state()).isEqualTo(SessionState.DISCONNECTED);
  }

  @Test
  void whoeverIsRefusedAnywayLearnsNothingOfRights() {
    Session session = bench.open(bench.tokens.issue());
    bench.withdrawn = "access-withdrawn";

    bench.handle(session, bench.attach("c-1", bench.tokens.issue()));

    assertThat(bench.load(session).state()).isEqualTo(SessionState.PENDING);
  }

  @Test
  void ownerWhoIsNoLongerOnTheListOfTheResourceHasNoAccess() {
    Session session = bench.open(bench.tokens.issue());
    DynamoLogStore logs = new DynamoLogStore(bench.table, () -> Instant.ofEpochMilli(0));
    ResourceAccess access = new ResourceAccess(logs);
    assertThat(access.withdrawn(session.profile())).isNull();

    DynamoGuestStore guests = new DynamoGuestStore(bench.table, () -> Instant.ofEpochMilli(0));
    guests.admit(SessionBench.RESOURCE, "host", List.of("host", SessionBench.OWNER));
    assertThat(access.withdrawn(session.profile())).isNull();

    guests.admit(SessionBench.RESOURCE, "host", List.of("host"));
    assertThat(access.withdrawn(session.profile())).isEqualTo("access-withdrawn");
  }
}
