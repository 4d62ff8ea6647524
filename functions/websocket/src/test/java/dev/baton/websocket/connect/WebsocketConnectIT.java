package dev.baton.websocket.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.core.session.Session;
import dev.baton.core.session.SessionCommand;
import dev.baton.core.session.SessionState;
import dev.baton.shell.session.IssuedToken;
import dev.baton.shell.session.Origin;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import dev.baton.testkit.dynamodb.FailingClient;
import dev.baton.websocket.SocketWorld;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Who is let in. Source: command specification, section 6.1. */
@ExtendWith(DynamoDbLocal.class)
final class WebsocketConnectIT {
  private FailingClient store;
  private SocketWorld world;
  private WebsocketConnectHandler handler;
  private IssuedToken token;
  private Session session;

  @BeforeEach
  void aSessionWaits(DynamoDbClient client) {
    store = new FailingClient(client);
    world = new SocketWorld(store.client());
    handler = new WebsocketConnectHandler(world.wiring);
    token = world.tokens.issue();
    session = world.open(token);
  }

  @Test
  void theTokenInTheQueryMakesTheSessionActive() {
    assertThat(upgrade("c1", withToken(token.text()))).isEqualTo("200");
    assertThat(found().state()).isEqualTo(SessionState.ACTIVE);
  }

  @Test
  void withoutTokenTheConnectionKnocksAndTheSessionStaysPending() {
    assertThat(upgrade("c1", Map.of("session", session.id()))).isEqualTo("200");
    assertThat(found().state()).isEqualTo(SessionState.PENDING);
    assertThat(found().entrance().knockOf("c1")).isNotNull();
  }

  @Test
  void whoSaysNothingIsRefused() {
    assertThat(upgrade("c1", Map.of())).isEqualTo("400");
  }

  @Test
  void unknownSessionsAndWrongTokensAnswerAlike() {
    assertThat(upgrade("c1", Map.of("session", world.tokens.sessionId()))).isEqualTo("401");
    assertThat(upgrade("c1", Map.of("token", token.text()))).isEqualTo("401");
    assertThat(upgrade("c1", withToken(world.tokens.issue().text()))).isEqualTo("401");
  }

  @Test
  void aForeignOriginIsRefusedBeforeAnythingIsLookedUp() {
    JsonObject event =
        world.upgrade("c1", withToken(token.text()), "https://elsewhere.example.org");

    assertThat(status(event)).isEqualTo("403");
    assertThat(found().state()).isEqualTo(SessionState.PENDING);
  }

  @Test
  void aListedOriginIsWelcome() {
    assertThat(status(world.upgrade("c1", withToken(token.text()), SocketWorld.ORIGIN)))
        .isEqualTo("200");
  }

  @Test
  void aUsedTokenMeetsARefusalForEver() {
    upgrade("c1", withToken(token.text()));

    for (int attempt = 0; attempt < 5; attempt++) {
      assertThat(upgrade("c2", withToken(token.text()))).isEqualTo("403");
    }
    assertThat(found().isCurrent("c1")).isTrue();
    assertThat(world.wiring.live().connections().load("c2")).isNull();
  }

  @Test
  void whoComesAgainForEverCostsOneReadEachTime() {
    upgrade("c1", withToken(token.text()));
    store.recover();

    upgrade("c2", withToken(token.text()));
    assertThat(store.recover()).as("a used token").isEqualTo(1);
    upgrade("c2", Map.of("session", session.id()));
    assertThat(store.recover()).as("no token").isEqualTo(1);

    world.sessions.handle(
        session.id(), new SessionCommand.End(null), new Origin("192.0.2.1", "test", "t"));
    store.recover();
    upgrade("c2", withToken(token.text()));
    assertThat(store.recover()).as("after the end").isEqualTo(1);
  }

  @Test
  void tokenOfAnotherSessionIsLikeAnUnknownOneAndKeepsItsWorth() {
    IssuedToken other = world.tokens.issue();
    Session elsewhere = world.open(other);
    store.recover();

    assertThat(upgrade("c1", withToken(world.tokens.issue().text()))).isEqualTo("401");
    int cost = store.recover();
    assertThat(upgrade("c2", withToken(other.text()))).isEqualTo("401");
    assertThat(store.recover()).isEqualTo(cost);

    Map<String, String> right = Map.of("session", elsewhere.id(), "token", other.text());
    assertThat(upgrade("c3", right)).isEqualTo("200");
  }

  @Test
  void moreThanThreeSilentConnectionsAreTooMany() {
    for (String connection : new String[] {"c1", "c2", "c3"}) {
      assertThat(upgrade(connection, Map.of("session", session.id()))).isEqualTo("200");
    }
    assertThat(upgrade("c4", Map.of("session", session.id()))).isEqualTo("429");
  }

  @Test
  void anEndedSessionIsGone() {
    world.sessions.handle(
        session.id(), new SessionCommand.End(null), new Origin("192.0.2.1", "test", "t"));

    assertThat(upgrade("c1", withToken(token.text()))).isEqualTo("410");
  }

  @Test
  void aRevokedKeyOpensNothingAnyMore() {
    world.revokeKey();

    assertThat(upgrade("c1", withToken(token.text()))).isEqualTo("410");
    assertThat(found().state()).isEqualTo(SessionState.CLOSED);
  }

  @Test
  void theClockDecidesNotTheTimer() {
    world.clock.advance(Duration.ofMinutes(5));

    assertThat(upgrade("c1", withToken(token.text()))).isEqualTo("410");
    assertThat(found().state()).isEqualTo(SessionState.EXPIRED);
  }

  private Map<String, String> withToken(String text) {
    return Map.of("session", session.id(), "token", text);
  }

  private String upgrade(String connection, Map<String, String> query) {
    return status(world.upgrade(connection, query, ""));
  }

  private String status(JsonObject event) {
    return SocketWorld.call(handler, event) instanceof JsonObject answer
            && answer.get("statusCode") instanceof JsonNumber(String digits)
        ? digits
        : "none";
  }

  private Session found() {
    return Objects.requireNonNull(world.sessions.find(session.id()));
  }
}
