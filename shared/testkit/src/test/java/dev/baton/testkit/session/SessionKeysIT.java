package dev.baton.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.session.Ending;
import dev.baton.core.session.Session;
import dev.baton.core.session.SessionCommand;
import dev.baton.core.session.SessionState;
import dev.baton.shell.session.IssuedToken;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What becomes of a session whose key was revoked. */
@ExtendWith(DynamoDbLocal.class)
class SessionKeysIT {
  private final SessionBench bench;

  SessionKeysIT(DynamoDbClient client) {
    bench = new SessionBench(client);
  }

  @Test
  void whateverWouldProlongASessionOfARevokedKeyEndsIt() {
    IssuedToken token = bench.tokens.issue();
    String hash = token.hash();
    List<SessionCommand> prolonging =
        List.of(
            bench.attach("c-1", token),
            new SessionCommand.Reconnect(hash, null),
            new SessionCommand.Reissue(hash),
            new SessionCommand.Fire(hash));
    for (SessionCommand command : prolonging) {
      bench.withdrawn = false;
      Session session = bench.open(token);
      bench.withdrawn = true;
      bench.handle(session, command);

      Session ended = bench.load(session);
      Ending ending = ended.ending();
      assertThat(ended.state()).isEqualTo(SessionState.CLOSED);
      assertThat(ending == null ? null : ending.reason()).isEqualTo("key-revoked");
      assertThat(ended.connection()).isNull();
    }
  }

  @Test
  void nothingElseAsksForTheKey() {
    IssuedToken token = bench.tokens.issue();
    Session session = bench.open(token);
    bench.handle(session, bench.attach("c-1", token));
    bench.withdrawn = true;

    bench.handle(session, new SessionCommand.Touch("c-1", null));
    bench.handle(session, new SessionCommand.Drop("c-1"));

    assertThat(bench.load(session).state()).isEqualTo(SessionState.DISCONNECTED);
  }
}
