package dev.baton.websocket.disconnect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.session.Session;
import dev.baton.core.session.SessionCommand;
import dev.baton.core.session.SessionState;
import dev.baton.shell.session.IssuedToken;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import dev.baton.websocket.SocketWorld;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Connections that are gone. Source: command specification, 5.2. */
@ExtendWith(DynamoDbLocal.class)
final class WebsocketDisconnectIT {
  private SocketWorld world;
  private Session session;

  @BeforeEach
  void aConnection(DynamoDbClient client) {
    world = new SocketWorld(client);
    session = world.enter("c1", SocketWorld.ADA);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void theSessionOfTheCurrentConnectionIsDisconnected() {
    gone("c1");
    assertThat(world.now(session).state()).isEqualTo(SessionState.DISCONNECTED);
    assertThat(world.wiring.live().connections().load("c1")).isNull();

    gone("c1");
    gone("c-never");
    assertThat(world.now(session).state()).isEqualTo(SessionState.DISCONNECTED);
  }

  @Test
  void aLateWordOfAnOldConnectionIsNothing() {
    IssuedToken next = world.tokens.issue();
    world.handle(session, new SessionCommand.Reconnect(next.hash(), null));
    world.attach(session, "c2", next);
    gone("c1");

    assertThat(world.now(session).isCurrent("c2")).isTrue();
  }

  @Test
  void acceptAndDropRunsOutOfAttempts() {
    for (int attempt = 1; attempt <= 5; attempt++) {
      gone(attempt == 1 ? "c1" : "c" + attempt);
      IssuedToken next = world.tokens.issue();
      world.handle(session, new SessionCommand.Reconnect(next.hash(), null));
      world.clock.advance(Duration.ofSeconds(10));
      world.attach(session, "c" + (attempt + 1), next);
    }
    gone("c6");

    assertThat(world.now(session).reconnectsLeft()).isZero();
  }

  private void gone(String connection) {
    SocketWorld.call(new WebsocketDisconnectHandler(world.wiring), world.gone(connection));
  }
}
