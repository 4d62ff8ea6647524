package dev.baton.websocket.default_;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.core.session.Session;
import dev.baton.core.session.SessionCommand;
import dev.baton.core.session.SessionState;
import dev.baton.shell.session.IssuedToken;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import dev.baton.websocket.SocketWorld;
import dev.baton.websocket.connect.WebsocketConnectHandler;
import dev.baton.websocket.disconnect.WebsocketDisconnectHandler;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Frames that are the business of no domain. Source: command specification, 6.1 and 6.2. */
@ExtendWith(DynamoDbLocal.class)
final class WebsocketDefaultIT {
  private SocketWorld world;
  private WebsocketDefaultHandler handler;
  private IssuedToken token;
  private Session session;

  @BeforeEach
  void aSessionWaits(DynamoDbClient client) {
    world = new SocketWorld(client);
    handler = new WebsocketDefaultHandler(world.wiring);
    token = world.tokens.issue();
    session = world.open(token);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void theFirstFrameLetsAConnectionIn() {
    knock("c1");
    auth("c1", token.text(), "");

    assertThat(world.now(session).isCurrent("c1")).isTrue();
    assertThat(world.gateway.frames("c1")).isEmpty();
  }

  @Test
  void aSecondAuthIsAConflictAndConsumesNothing() {
    knock("c1");
    auth("c1", token.text(), "");
    IssuedToken next = world.tokens.issue();
    world.handle(session, new SessionCommand.Reconnect(next.hash(), null));

    auth("c1", next.text(), "");

    assertThat(codes("c1")).containsExactly("CONFLICT");
    assertThat(world.now(session).token()).isNotNull();
    assertThat(world.gateway.deleted).isEmpty();
  }

  @Test
  void anyOtherFrameFirstIsNotAuthenticatedAndTheEnd() {
    knock("c1");
    send("c1", "{\"action\":\"ping\"}");

    assertThat(codes("c1")).containsExactly("NOT_AUTHENTICATED", "4001");
    assertThat(world.gateway.deleted).containsExactly("c1");
    assertThat(world.now(session).state()).isEqualTo(SessionState.PENDING);
  }

  @Test
  void aWrongTokenIsTheEndOfTheConnection() {
    knock("c1");
    auth("c1", "wrong", "");

    assertThat(codes("c1")).containsExactly("4001");
    assertThat(world.gateway.deleted).containsExactly("c1");
    assertThat(world.now(session).entrance().failures()).isEqualTo(1);
  }

  @Test
  void nobodyLearnsAnythingOfTheRoomBeforeTheirTokenIsSeen() {
    world.say("one");
    knock("c1");
    auth("c1", "wrong", ",\"lastMessageId\":\"7-00000000\"");

    assertThat(codes("c1")).containsExactly("4001");
    assertThat(world.gateway.deleted).containsExactly("c1");
    assertThat(world.now(session).entrance().failures()).isEqualTo(1);
  }

  @Test
  void aWrongPlaceWithTheRightTokenIsRefusedAndConsumesNothing() {
    knock("c1");
    auth("c1", token.text(), ",\"lastMessageId\":\"7-00000000\"");
    assertThat(codes("c1")).containsExactly("INVALID_CURSOR");
    auth("c1", token.text(), "");

    assertThat(world.now(session).isCurrent("c1")).isTrue();
  }

  @Test
  void authThatComesTooLateIsRefused() {
    knock("c1");
    world.clock.advance(Duration.ofSeconds(10));
    auth("c1", token.text(), "");

    assertThat(codes("c1")).containsExactly("4001");
    assertThat(world.now(session).state()).isEqualTo(SessionState.PENDING);
    assertThat(world.now(session).entrance().knocks()).isEmpty();
  }

  @Test
  void theTenthFrameThatNobodyUnderstandsEndsTheConnection() {
    world.attach(session, "c1", token);
    send("c1", "{\"action\":\"chat-dance\",\"ref\":\"r\"}");
    send("c1", "[]");
    send("c1", "{");
    binary("c1");
    for (int frame = 5; frame <= 9; frame++) {
      send("c1", "{\"type\":\"dance\"}");
    }
    assertThat(world.gateway.deleted).isEmpty();
    assertThat(codes("c1"))
        .startsWith("UNKNOWN_ACTION", "PARSE_ERROR", "PARSE_ERROR", "UNSUPPORTED_MEDIA_TYPE")
        .hasSize(9);
    assertThat(world.gateway.frames("c1").getFirst().text("ref")).isEqualTo("r");

    send("c1", "{\"type\":\"dance\"}");

    assertThat(codes("c1")).endsWith("4008").hasSize(11);
    assertThat(world.gateway.deleted).containsExactly("c1");
  }

  @Test
  void aConnectionSentAwayIsNoticedByItsSessionWhenItIsGone() {
    world.attach(session, "c1", token);
    for (int frame = 1; frame <= 10; frame++) {
      send("c1", "?");
    }
    SocketWorld.call(new WebsocketDisconnectHandler(world.wiring), world.gone("c1"));

    assertThat(world.now(session).state()).isEqualTo(SessionState.DISCONNECTED);
  }

  @Test
  void aPingIsAnsweredAndConfirmsAPlace() {
    world.say("one");
    world.say("two");
    world.attach(session, "c1", token);
    String id = Objects.requireNonNull(id(2));
    send("c1", "{\"type\":\"ping\",\"ref\":\"p\",\"lastMessageId\":\"" + id + "\"}");
    send("c1", "{\"action\":\"ping\",\"lastMessageId\":\"3-" + id.substring(2) + "\"}");

    assertThat(world.gateway.types("c1")).containsExactly("pong", "error");
    assertThat(world.gateway.frames("c1").getFirst().text("ref")).isEqualTo("p");
    assertThat(world.now(session).ackSeq()).isEqualTo(2);
  }

  @Test
  void framesThatOnlyNameATypeGoToTheFunctionOfTheAction() {
    world.attach(session, "c1", token);
    send("c1", "{\"type\":\"message\",\"text\":\"hi\",\"ref\":\"r\"}");
    send("c1", "{\"type\":\"auth_headers\",\"headers\":{}}");

    assertThat(world.invocations.calls).hasSize(1);
    var call = world.invocations.calls.getFirst();
    assertThat(call.functionName()).isEqualTo("ChatSend");
    assertThat(call.payload().asUtf8String())
        .contains(
            "{\\\"action\\\":\\\"chat-send\\\",\\\"text\\\":\\\"hi\\\",\\\"ref\\\":\\\"r\\\"}");
    assertThat(world.gateway.frames("c1")).isEmpty();
  }

  @Test
  void aFrameOfAConnectionThatWasTakenOverIsTheEndOfIt() {
    world.attach(session, "c1", token);
    IssuedToken next = world.tokens.issue();
    world.handle(session, new SessionCommand.Reconnect(next.hash(), null));
    world.attach(session, "c2", next);
    send("c1", "{\"action\":\"ping\"}");

    assertThat(codes("c1")).containsExactly("4004");
    assertThat(world.now(session).isCurrent("c2")).isTrue();
  }

  @Test
  void aLargeFrameIsRefusedAndTheConnectionStays() {
    world.attach(session, "c1", token);
    send("c1", "{\"action\":\"ping\",\"x\":\"" + "x".repeat(25_000) + "\"}");

    assertThat(codes("c1")).containsExactly("PAYLOAD_TOO_LARGE");
  }

  @Test
  void nothingThatIsLoggedHoldsATokenOrAText() {
    knock("c1");
    auth("c1", token.text(), "");
    send("c1", "{\"type\":\"message\",\"text\":\"secret words\"}");
    send("c1", "{\"type\":\"secret words\"}");

    assertThat(world.lines)
        .isNotEmpty()
        .noneMatch(line -> line.contains(token.text()) || line.contains("secret words"));
  }

  private void knock(String connection) {
    SocketWorld.call(
        new WebsocketConnectHandler(world.wiring),
        world.upgrade(connection, Map.of("session", session.id()), ""));
  }

  private void auth(String connection, String text, String more) {
    send(connection, "{\"type\":\"auth\",\"token\":\"" + text + "\"" + more + "}");
  }

  private void send(String connection, String body) {
    SocketWorld.call(handler, world.frame("$default", connection, body));
  }

  private void binary(String connection) {
    JsonObject.Builder event = JsonObject.builder();
    world
        .frame("$default", connection, "AAAA")
        .members()
        .forEach(member -> event.put(member.name(), member.value()));
    SocketWorld.call(handler, event.put("isBase64Encoded", true).build());
  }

  private String id(long seq) {
    return Objects.requireNonNull(
        world
            .wiring
            .live()
            .logs()
            .after(SocketWorld.ROOM, seq - 1, 1)
            .getFirst()
            .body()
            .text("id"));
  }

  /** The codes of errors and closings, in order. */
  private List<String> codes(String connection) {
    return world.gateway.frames(connection).stream()
        .map(frame -> frame.get("code"))
        .filter(Objects::nonNull)
        .map(Json::write)
        .map(code -> code.replace("\"", ""))
        .toList();
  }
}
