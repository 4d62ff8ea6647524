package dev.baton.websocket.timeout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.core.session.Session;
import dev.baton.core.session.SessionCommand;
import dev.baton.core.session.SessionState;
import dev.baton.shell.room.DynamoGuestStore;
import dev.baton.shell.session.Tokens;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import dev.baton.websocket.SocketWorld;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What a session's timer does. Source: command specification, 5.3 and 6.5. */
@ExtendWith(DynamoDbLocal.class)
final class WebsocketTimeoutIT {
  private SocketWorld world;
  private Session session;

  @BeforeEach
  void aConnection(DynamoDbClient client) {
    world = new SocketWorld(client);
    session = world.enter("c1", SocketWorld.ADA);
    world.gateway.clear();
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void anOldConnectionGetsATokenForItsSuccessor() {
    stayFor(Duration.ofMinutes(110));
    fire();

    JsonObject refresh = world.gateway.frames("c1").getLast();
    assertThat(refresh.text("type")).isEqualTo("token_refresh");
    assertThat(refresh.text("endpoint"))
        .isEqualTo("wss://sockets.example.org/live?session=" + session.id());
    String token = Objects.requireNonNull(refresh.text("token"));
    assertThat(world.lines).noneMatch(line -> line.contains(token));
    world.handle(
        session,
        new SessionCommand.Attach(
            "c2", world.clock.millis(), Tokens.hash(token), SessionCommand.Entry.AT_UPGRADE, null));
    assertThat(world.now(session).isCurrent("c2")).isTrue();
    assertThat(world.now(session).reconnectAttempts()).isZero();
  }

  @Test
  void anIdleClientIsWarnedAndThenSentAway() {
    world.clock.advance(Duration.ofMinutes(25));
    fire();
    world.push(world.record(session));
    assertThat(world.gateway.types("c1")).containsExactly("session-expiring");
    assertThat(world.gateway.frames("c1").getFirst().text("reason")).isEqualTo("idle");

    world.clock.advance(Duration.ofMinutes(5));
    fire();
    world.push(world.record(session));

    assertThat(world.gateway.frames("c1").getLast().get("code")).isEqualTo(Json.of(4006));
    assertThat(world.gateway.deleted).containsExactly("c1");
    assertThat(world.now(session).state()).isEqualTo(SessionState.EXPIRED);
    assertThat(world.wiring.live().members().roster(SocketWorld.ROOM).members()).isEmpty();
  }

  @Test
  void whoMayNoLongerBeInTheRoomIsSentAwayByTheTimer() {
    new DynamoGuestStore(world.wiring.live().table(), world.clock)
        .admit(SocketWorld.ROOM, "host", List.of("host"));
    fire();
    world.push(world.record(session));

    assertThat(world.gateway.frames("c1").getLast().get("code")).isEqualTo(Json.of(4005));
    assertThat(world.gateway.deleted).containsExactly("c1");
    assertThat(world.now(session).state()).isEqualTo(SessionState.CLOSED);
  }

  @Test
  void aTimerThatComesTooEarlyTwiceOrLateChangesNothingButItself() {
    fire();
    fire();
    assertThat(world.now(session).state()).isEqualTo(SessionState.ACTIVE);
    assertThat(world.gateway.frames("c1")).isEmpty();
    world.clock.advance(Duration.ofHours(1));
    fire();
    Session expired = world.now(session);
    fire();

    assertThat(expired.state()).isEqualTo(SessionState.EXPIRED);
    assertThat(world.now(session)).isEqualTo(expired);
  }

  @Test
  void aConnectionThatVanishedSilentlyIsFound() {
    world.clock.advance(Duration.ofMinutes(25));
    world.gateway.gone.add("c1");
    fire();
    world.push(world.record(session));

    assertThat(world.now(session).state()).isEqualTo(SessionState.DISCONNECTED);
  }

  @Test
  void aSilentConnectionWithoutTokenIsSentAway() {
    Session waiting = world.open(world.tokens.issue());
    world.handle(waiting, new SessionCommand.Knock("k1"));
    world.push(world.record(waiting));
    assertThat(world.schedules.set.getLast()).startsWith(waiting.id()).contains("10:00:10");
    world.clock.advance(Duration.ofSeconds(10));
    fire(waiting);
    world.push(world.record(waiting));

    assertThat(world.gateway.frames("k1").getLast().get("code")).isEqualTo(Json.of(4001));
    assertThat(world.gateway.deleted).containsExactly("k1");
    assertThat(world.now(waiting).entrance().knocks()).isEmpty();
  }

  @Test
  void aTimerOfASessionThatIsUnknownIsNothing() {
    fire(world.open(world.tokens.issue()), "ses_0000000000000000000000");

    assertThat(world.gateway.deleted).isEmpty();
  }

  private void stayFor(Duration age) {
    for (Duration past = Duration.ZERO; past.compareTo(age) < 0; past = past.plusMinutes(10)) {
      world.clock.advance(Duration.ofMinutes(10));
      world.handle(session, new SessionCommand.Touch("c1", null));
    }
  }

  private void fire() {
    fire(session);
  }

  private void fire(Session of) {
    fire(of, of.id());
  }

  private void fire(Session of, String sessionId) {
    assertThat(of).isNotNull();
    SocketWorld.call(
        new WebsocketTimeoutHandler(world.wiring),
        JsonObject.builder().put("session_id", sessionId).build());
  }
}
