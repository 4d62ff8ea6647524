package dev.baton.websocket.push;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.core.session.Session;
import dev.baton.core.session.SessionCommand;
import dev.baton.core.session.SessionParticipant;
import dev.baton.core.session.SessionState;
import dev.baton.shell.session.IssuedToken;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import dev.baton.testkit.dynamodb.FailingClient;
import dev.baton.websocket.SocketWorld;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the stream of the Sessions table brings about. Source: command specification, 6.4. */
@ExtendWith(DynamoDbLocal.class)
final class WebsocketPushIT {
  private static final SessionParticipant ADA = SocketWorld.ADA;
  private static final SessionParticipant BOB = SocketWorld.BOB;
  private FailingClient store;
  private SocketWorld world;

  @BeforeEach
  void aRoom(DynamoDbClient client) {
    store = new FailingClient(client);
    world = new SocketWorld(store.client());
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void theWelcomeComesFirstThenWhatWasMissedThenWhatIsNew() {
    world.say("one");
    world.enter("c1", ADA);
    world.say("two");
    world.push(world.record(2));

    assertThat(world.gateway.types("c1")).containsExactly("welcome", "history", "message");
    JsonObject welcome = world.gateway.frames("c1").getFirst();
    assertThat(welcome.text("roomId")).isEqualTo("general");
    assertThat(welcome.text("lastMessageId")).startsWith("1-");
    assertThat(welcome.array("participants")).hasSize(1);
    assertThat(world.gateway.frames("c1").get(1).array("messages")).hasSize(1);
  }

  @Test
  void othersAreToldWhoComesWithoutLookingAgainWhoTheyAre() {
    world.enter("c1", ADA);
    IssuedToken token = world.tokens.issue();
    Session session = world.open(token, BOB);
    world.attach(session, "c2", token);
    JsonObject change = world.record(session);
    store.recover();

    world.push(change);

    // A glance at who is there, the room's last number, going live, who is there then, the log.
    assertThat(store.recover()).isEqualTo(5);
    assertThat(world.gateway.types("c1")).containsExactly("welcome", "presence");
  }

  @Test
  void nothingIsMissedWhateverIsSaidAroundTheWelcome() {
    IssuedToken token = world.tokens.issue();
    Session session = world.open(token);
    world.attach(session, "c1", token);
    world.say("before the welcome");
    world.push(world.record(1));
    assertThat(world.gateway.frames("c1")).isEmpty();
    world.gateway.meanwhile.put(
        "c1",
        () -> {
          world.say("during the welcome");
          world.push(world.record(2));
        });

    world.push(world.record(session));

    assertThat(world.gateway.types("c1")).containsExactly("welcome", "history");
    assertThat(world.gateway.frames("c1").getLast().array("messages")).hasSize(2);
  }

  @Test
  void whoeverComesOrGoesDuringAWelcomeIsToldAfterIt() {
    Session gone = world.enter("c0", new SessionParticipant("p_ffffffffffff", "Cy", false));
    world.gateway.meanwhile.put(
        "c1",
        () -> {
          world.enter("c2", BOB);
          world.handle(gone, new SessionCommand.End(null));
          world.push(world.record(gone));
        });
    world.enter("c1", ADA);

    List<JsonObject> frames = world.gateway.frames("c1");
    assertThat(world.gateway.types("c1")).startsWith("welcome", "presence");
    assertThat(frames.get(1).text("event")).isEqualTo("list");
    assertThat(frames.get(1).array("participants").stream().map(Json::write))
        .hasSize(2)
        .anyMatch(one -> one.contains("Bob"))
        .noneMatch(one -> one.contains("Cy"));
  }

  @Test
  void aRepeatedWelcomeOfAConnectionThatWasTakenOverReachesNobody() {
    IssuedToken token = world.tokens.issue();
    Session session = world.open(token);
    world.attach(session, "c1", token);
    JsonObject old = world.record(session);
    world.push(old);
    IssuedToken next = world.tokens.issue();
    world.handle(session, new SessionCommand.Reconnect(next.hash(), null));
    world.attach(session, "c2", next);
    world.push(world.record(session));
    world.gateway.clear();

    assertThat(world.push(old)).isEmpty();

    assertThat(world.gateway.types("c1")).isEmpty();
    assertThat(world.gateway.types("c2")).isEmpty();
    assertThat(world.now(session).isCurrent("c2")).isTrue();
  }

  @Test
  void aTakenOverConnectionIsToldAndEnded() {
    Session session = world.enter("c1", ADA);
    IssuedToken next = world.tokens.issue();
    world.handle(session, new SessionCommand.Reconnect(next.hash(), null));
    world.attach(session, "c2", next);
    world.push(world.record(session));

    JsonObject closed = world.gateway.frames("c1").getLast();
    assertThat(closed.get("code")).isEqualTo(Json.of(4004));
    assertThat(world.gateway.deleted).containsExactly("c1");
    assertThat(world.gateway.types("c2")).containsExactly("welcome");
  }

  @Test
  void aConnectionThatNeverWasIsDropped() {
    IssuedToken token = world.tokens.issue();
    Session session = world.open(token);
    world.attach(session, "c1", token);
    world.clock.advance(Duration.ofSeconds(6));
    world.gateway.gone.add("c1");

    assertThat(world.push(world.record(session))).isEmpty();
    assertThat(world.now(session).state()).isEqualTo(SessionState.DISCONNECTED);
  }

  @Test
  void aConnectionThatCannotBeWelcomedIsEnded() {
    IssuedToken token = world.tokens.issue();
    Session session = world.open(token);
    world.attach(session, "c1", token);
    world.gateway.busy.add("c1");
    assertThat(world.push(world.record(session))).isEmpty();

    assertThat(world.now(session).state()).isEqualTo(SessionState.DISCONNECTED);
    assertThat(world.gateway.asked).contains("DELETE c1");
  }

  @Test
  void aBatchGoesOnFromItsFirstFailureAndAllElseIsDone() {
    Session broken = world.open(world.tokens.issue());
    JsonObject bad = world.record(broken);
    world.schedules.down = true;
    IssuedToken token = world.tokens.issue();
    Session session = world.open(token, BOB);
    world.attach(session, "c1", token);
    JsonObject fine = world.record(session);

    List<String> failed = world.push(bad, fine);

    assertThat(failed).hasSize(1);
    assertThat(bad.write()).contains("\"" + failed.getFirst() + "\"");
    assertThat(world.gateway.types("c1")).containsExactly("welcome");
    world.schedules.down = false;
    assertThat(world.push(bad, fine)).isEmpty();
    assertThat(world.schedules.set).hasSize(1);
  }

  @Test
  void oneEffectThatFailsKeepsNoOtherBack() {
    world.enter("c2", BOB);
    Session session = world.enter("c1", ADA);
    world.clock.advance(Duration.ofMinutes(10));
    world.schedules.down = true;
    world.handle(session, new SessionCommand.Drop("c1"));

    assertThat(world.push(world.record(session))).hasSize(1);
    assertThat(presences("c2")).containsExactly("joined Ada", "away Ada");
  }

  @Test
  void theOthersAreToldOnceOfAParticipantWithSeveralDevices() {
    world.enter("c2", BOB);
    Session phone = world.enter("c1", ADA);
    world.clock.advance(Duration.ofSeconds(1));
    Session laptop = world.enter("c3", ADA);
    drop(phone, "c1");
    drop(laptop, "c3");
    end(phone);
    end(laptop);

    assertThat(presences("c2")).containsExactly("joined Ada", "away Ada", "left Ada");
  }

  @Test
  void twoDevicesThatComeAtOnceAreSeen() {
    world.enter("c2", BOB);
    IssuedToken one = world.tokens.issue();
    IssuedToken two = world.tokens.issue();
    Session phone = world.open(one, ADA);
    Session laptop = world.open(two, ADA);
    world.attach(phone, "c1", one);
    world.clock.advance(Duration.ofMillis(5));
    world.attach(laptop, "c3", two);
    world.push(world.record(laptop));
    world.push(world.record(phone));

    assertThat(presences("c2")).containsExactly("joined Ada");
  }

  @Test
  void aSecondDeviceBringsBackWhoWasAway() {
    world.enter("c2", BOB);
    Session phone = world.enter("c1", ADA);
    drop(phone, "c1");
    world.clock.advance(Duration.ofSeconds(1));
    Session laptop = world.enter("c3", ADA);
    end(laptop);
    end(phone);

    assertThat(presences("c2"))
        .containsExactly("joined Ada", "away Ada", "back Ada", "away Ada", "left Ada");
  }

  @Test
  void aCrowdedRoomStillWelcomesWithinTheLongestFrame() {
    for (int number = 0; number < 220; number++) {
      SessionParticipant one =
          new SessionParticipant("p_%012x".formatted(number), "\uD83D\uDE00".repeat(50), false);
      IssuedToken token = world.tokens.issue();
      world.attach(world.open(token, one), "x" + number, token);
    }
    world.enter("c1", ADA);

    assertThat(world.gateway.types("c1")).contains("welcome");
    assertThat(world.gateway.longest()).isLessThanOrEqualTo(30 * 1024);
  }

  @Test
  void aLongHistoryOfLongMessagesComesInFramesThatFit() {
    IssuedToken token = world.tokens.issue();
    Session session = world.open(token);
    for (int message = 0; message < 8; message++) {
      world.say("\u0001".repeat(4_000));
    }
    world.attach(session, "c1", token);
    world.push(world.record(session));

    assertThat(world.gateway.types("c1"))
        .startsWith("welcome")
        .filteredOn("history"::equals)
        .hasSize(8);
    assertThat(world.gateway.longest()).isLessThanOrEqualTo(30 * 1024);
  }

  private void drop(Session session, String connection) {
    world.handle(session, new SessionCommand.Drop(connection));
    world.push(world.record(session));
  }

  private void end(Session session) {
    world.handle(session, new SessionCommand.End(null));
    world.push(world.record(session));
  }

  private List<String> presences(String connection) {
    return world.gateway.frames(connection).stream()
        .filter(frame -> "presence".equals(frame.text("type")))
        .map(frame ->
            frame.text("event")
                + " "
                + Objects.requireNonNull(frame.object("participant")).text("name"))
        .toList();
  }
}
