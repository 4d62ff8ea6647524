package dev.baton.local.chat;

import static dev.baton.local.chat.ChatWorld.session;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.client.Commands;
import dev.baton.local.live.LiveSocket;
import dev.baton.local.time.ManualTimeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions that are over, or somebody else's. Source: command specification, 5.2, 5.4 and 6.5. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EndRefusalsIT {
  private static final String MISSING = "ses_AAAAAAAAAAAAAAAAAAAAAA";

  private final ManualTimeline time = new ManualTimeline(Instant.now());
  private ChatWorld world;

  @BeforeAll
  void start() throws Exception {
    world = ChatWorld.start(Map.of("BATON_WS_AUTH_DEADLINE", "PT1H"), time);
    world.say("elsewhere", "Hello");
  }

  @AfterAll
  void stop() {
    world.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"chat-status", "chat-disconnect", "chat-reconnect"})
  void strangersSessionIsAnsweredLikeAMissingOne(String command) {
    String foreign = session(world.connect("mine", "Ada"));
    Commands stranger = world.with("stranger");

    JsonNode refused = stranger.call(command, Map.of("sessionId", foreign));
    assertThat(refused.path("error").path("code").asText()).isEqualTo("SESSION_NOT_FOUND");
    assertThat(timeless(refused))
        .isEqualTo(timeless(stranger.call(command, Map.of("sessionId", MISSING))));
    assertThat(world.data("chat-status", Map.of("sessionId", foreign)).path("state").asText())
        .isEqualTo("pending");
  }

  @ParameterizedTest
  @ValueSource(ints = {31, 25 * 60})
  void frameAfterTheEndOfTimeEndsTheSocket(int minutes) {
    JsonNode handoff = world.connect("time", "Ada");
    try (LiveSocket live = welcomed(handoff)) {
      new SessionRow(session(handoff)).age(Duration.ofMinutes(minutes));
      live.send(Map.of("action", "chat-send", "text", "Too late"));

      assertThat(Seen.end(live)).isEqualTo("4006 session-expired final, 1000");
    }
    assertThat(code("chat-reconnect", session(handoff))).isEqualTo("SESSION_EXPIRED");
    assertThat(world.data("chat-poll", Map.of("roomId", "time")).path("lastSeq").asInt()).isZero();
  }

  @Test
  void reconnectAfterTheWindowIsRefused() {
    JsonNode handoff = world.connect("window", "Ada");
    try (LiveSocket live = welcomed(handoff)) {
      live.drop();
    }
    awaitState(handoff, "disconnected");
    new SessionRow(session(handoff)).age(Duration.ofMinutes(6));

    assertThat(code("chat-reconnect", session(handoff))).isEqualTo("SESSION_EXPIRED");
    assertThat(LiveSocket.knock(handoff.path("endpoint").asText())).isEqualTo(410);
    assertThat(state(handoff)).isEqualTo("expired");
  }

  @Test
  void reconnectAfterTheEndIsRefusedAndTheEndStays() {
    JsonNode handoff = world.connect("end", "Ada");
    world.data("chat-disconnect", Map.of("sessionId", session(handoff)));

    assertThat(code("chat-reconnect", session(handoff))).isEqualTo("SESSION_CLOSED");
    JsonNode again = world.data("chat-disconnect", Map.of("sessionId", session(handoff)));
    assertThat(again.path("alreadyEnded").asBoolean()).isTrue();
    assertThat(state(handoff)).isEqualTo("closed");
  }

  @Test
  void attemptsRunOut() {
    JsonNode handoff = world.connect("attempts", "Ada");
    for (int attempt = 1; attempt <= 5; attempt++) {
      world.data("chat-reconnect", Map.of("sessionId", session(handoff)));
    }

    assertThat(code("chat-reconnect", session(handoff))).isEqualTo("MAX_RECONNECTS");
  }

  @Test
  void attemptIsNotCountedForAPlaceThatIsNone() {
    String id = session(world.connect("places", "Ada"));
    String foreign =
        world.data("chat-poll", Map.of("roomId", "elsewhere")).path("lastMessageId").asText();
    for (String place : List.of("yesterday", foreign, "", "7-00000000")) {
      JsonNode refused =
          world.call("chat-reconnect", Map.of("sessionId", id, "lastMessageId", place));
      assertThat(refused.path("error").path("code").asText()).isEqualTo("INVALID_CURSOR");
    }
    assertThat(
            world
                .data("chat-status", Map.of("sessionId", id))
                .path("reconnect")
                .path("attempts")
                .asInt())
        .isZero();
  }

  @Test
  void tokenThatExpiredWhileTheSessionLivesSaysSo() {
    JsonNode handoff = world.connect("expiry", "Ada");
    try (LiveSocket first = welcomed(handoff)) {
      JsonNode renewed = world.data("chat-reconnect", Map.of("sessionId", session(handoff)));
      try (LiveSocket second = LiveSocket.open(renewed.path("endpoint").asText())) {
        new SessionRow(session(handoff)).age(Duration.ofMinutes(6));
        second.send(
            Map.of("type", "auth", "token", renewed.path("credentials").path("token").asText()));

        assertThat(Seen.end(second)).isEqualTo("4002 token-expired reconnect, 1000");
      }
      assertThat(first.untilPong("undisturbed")).isEmpty();
    }
  }

  @Test
  void olderConnectionIsToldOfTheTakeoverAndWritesNothingMore() {
    JsonNode handoff = world.connect("takeover", "Ada");
    try (LiveSocket older = welcomed(handoff)) {
      JsonNode renewed = world.data("chat-reconnect", Map.of("sessionId", session(handoff)));
      try (LiveSocket newer = welcomed(renewed)) {
        assertThat(Seen.end(older)).isEqualTo("4004 taken-over final, 1000");
        assertThat(newer.untilPong("undisturbed")).isEmpty();
      }
    }
  }

  @Test
  void revokedKeyEndsItsSockets() {
    JsonNode made = world.data("key-create", Map.of("scopes", List.of("chat")));
    JsonNode handoff =
        world.with(made.path("key").asText()).data("chat-connect", Map.of("roomId", "revoked"));
    try (LiveSocket live = welcomed(handoff)) {
      world.data("key-revoke", Map.of("keyId", made.path("keyId").asText()));

      assertThat(Seen.end(live)).isEqualTo("4005 session-closed final, 1000");
    }
  }

  @Test
  void timerEndsASessionNobodyUses() throws Exception {
    // Functions set timers by the clock of the machine, which has gone on since the start.
    time.advance(Duration.between(time.instant(), Instant.now()));
    JsonNode handoff = world.connect("idle", "Ada");
    try (LiveSocket live = welcomed(handoff)) {
      new SessionRow(session(handoff)).age(Duration.ofMinutes(31));
      for (int minute = 1; minute <= 9 && !live.hasEnded(); minute++) {
        time.advance(Duration.ofMinutes(1));
      }

      assertThat(Seen.end(live)).isEqualTo("4006 session-expired final, 1000");
    }
    assertThat(state(handoff)).isEqualTo("expired");
  }

  private String code(String command, String sessionId) {
    return world.code(command, Map.of("sessionId", sessionId));
  }

  private String state(JsonNode handoff) {
    return world.data("chat-status", Map.of("sessionId", session(handoff))).path("state").asText();
  }

  private void awaitState(JsonNode handoff, String state) {
    for (int look = 1; !state(handoff).equals(state); look++) {
      assertThat(look).isLessThan(2_000);
    }
  }

  private static LiveSocket welcomed(JsonNode handoff) {
    LiveSocket live = LiveSocket.byQuery(handoff);
    live.next("welcome");
    return live;
  }

  private static JsonNode timeless(JsonNode result) {
    ObjectNode copy = result.deepCopy();
    ((ObjectNode) copy.path("metadata")).remove(List.of("traceId", "timestamp", "executionTimeMs"));
    return copy;
  }
}
