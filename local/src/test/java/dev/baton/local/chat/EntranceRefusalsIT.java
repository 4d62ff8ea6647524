package dev.baton.local.chat;

import static dev.baton.local.chat.ChatWorld.session;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.live.LiveSocket;
import dev.baton.local.time.ManualTimeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sockets that were opened without a token and do not get further. Source: command specification,
 * sections 6.1 and 6.5.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EntranceRefusalsIT {
  private static final String INVALID = "4001 invalid-token reconnect, 1000";
  private static final String FIRST = "NOT_AUTHENTICATED, " + INVALID;

  private final ManualTimeline time = new ManualTimeline(Instant.now());
  private ChatWorld world;

  @BeforeAll
  void start() throws Exception {
    world = ChatWorld.start(Map.of(), time);
  }

  @AfterAll
  void stop() {
    world.close();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("frames")
  void firstFrameIsRefusedAndTheSocketEnds(
      String name, String end, BiConsumer<LiveSocket, JsonNode> frame) {
    JsonNode handoff = world.connect("entrance", "Ada");
    try (LiveSocket live = LiveSocket.open(handoff.path("endpoint").asText())) {
      frame.accept(live, handoff);

      assertThat(Seen.end(live)).as(name).isEqualTo(end);
    }
  }

  private Stream<Arguments> frames() {
    return Stream.concat(wrongFrames(), lateFrames());
  }

  private Stream<Arguments> wrongFrames() {
    return Stream.of(
        row("wrong token", INVALID, (live, handoff) -> auth(live, "A".repeat(43))),
        row("no token", INVALID, (live, handoff) -> live.sendText("{\"type\":\"auth\"}")),
        row(
            "token is a number",
            INVALID,
            (live, it) -> live.sendText("{\"type\":\"auth\",\"token\":1}")),
        row("empty token", INVALID, (live, handoff) -> auth(live, "")),
        row(
            "other session's token",
            INVALID,
            (live, it) -> auth(live, token(world.connect("entrance", "Eve")))),
        row(
            "stranger's token",
            INVALID,
            (live, it) ->
                auth(
                    live,
                    token(
                        world
                            .with("stranger")
                            .data("chat-connect", Map.of("roomId", "entrance"))))),
        row(
            "message first",
            FIRST,
            (live, it) -> live.send(Map.of("action", "chat-send", "text", "x"))),
        row(
            "message by type first",
            FIRST,
            (live, it) -> live.send(Map.of("type", "message", "text", "x"))),
        row("poll first", FIRST, (live, it) -> live.send(Map.of("action", "chat-poll"))),
        row("presence first", FIRST, (live, it) -> live.send(Map.of("action", "chat-presence"))),
        row("typing first", FIRST, (live, it) -> live.send(Map.of("action", "chat-typing"))),
        row("ping first", FIRST, (live, it) -> live.send(Map.of("action", "ping"))),
        row("headers first", FIRST, (live, it) -> live.send(Map.of("type", "auth_headers"))),
        row("unknown action first", FIRST, (live, it) -> live.send(Map.of("action", "dance"))),
        row("no JSON first", FIRST, (live, it) -> live.sendText("hello")),
        row(
            "bad message first",
            FIRST,
            (live, it) -> live.send(Map.of("action", "chat-send", "roomId", "x"))),
        row(
            "binary first",
            FIRST,
            (live, handoff) ->
                live.sendBinary(
                    ("{\"type\":\"auth\",\"token\":\"" + token(handoff) + "\"}").getBytes(UTF_8))));
  }

  private Stream<Arguments> lateFrames() {
    return Stream.of(
        row("used token", INVALID, this::used),
        row("replaced token", INVALID, this::replaced),
        row("auth too late", INVALID, this::late),
        row("session of another protocol", "4000 bad-endpoint final, 1000", this::otherProtocol),
        row("handoff expired", "4006 session-expired final, 1000", this::expired),
        row("session ended", "4005 session-closed final, 1000", this::ended));
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "0-00000000", "1-00000000", ""})
  void authFromAPlaceThatIsNoneIsRefusedAndTheTokenKept(String lastMessageId) {
    JsonNode handoff = world.connect("entrance", "Ada");
    try (LiveSocket live = LiveSocket.open(handoff.path("endpoint").asText())) {
      live.send(Map.of("type", "auth", "token", token(handoff), "lastMessageId", lastMessageId));
      assertThat(Seen.firstError(live)).isEqualTo("INVALID_CURSOR");

      auth(live, token(handoff));
      live.next("welcome");
    }
  }

  @Test
  void tokenOfAnotherSessionEndsLikeAnUnknownOneAndStillOpensItsOwn() {
    JsonNode other = world.connect("entrance", "Eve");
    JsonNode foreign = world.with("stranger").data("chat-connect", Map.of("roomId", "entrance"));
    JsonNode unknown = closedFor("A".repeat(43));

    assertThat(closedFor(token(other))).isEqualTo(unknown);
    assertThat(closedFor(token(foreign))).isEqualTo(unknown);
    try (LiveSocket live = LiveSocket.byFrame(other)) {
      live.next("welcome");
    }
  }

  private JsonNode closedFor(String token) {
    JsonNode handoff = world.connect("entrance", "Ada");
    try (LiveSocket live = LiveSocket.open(handoff.path("endpoint").asText())) {
      auth(live, token);
      return live.next("closed");
    }
  }

  @Test
  void revokedKeyGetsNobodyIn() {
    JsonNode made = world.data("key-create", Map.of("scopes", List.of("chat")));
    JsonNode handoff =
        world.with(made.path("key").asText()).data("chat-connect", Map.of("roomId", "entrance"));
    try (LiveSocket live = LiveSocket.open(handoff.path("endpoint").asText())) {
      world.data("key-revoke", Map.of("keyId", made.path("keyId").asText()));
      live.send(Map.of("type", "auth", "token", token(handoff)));

      assertThat(Seen.end(live)).isEqualTo("4005 session-closed final, 1000");
    }
  }

  @Test
  void silentSocketIsRemovedByTheTimer() throws Exception {
    JsonNode handoff = world.connect("entrance", "Ada");
    try (LiveSocket live = LiveSocket.open(handoff.path("endpoint").asText())) {
      new SessionRow(session(handoff)).age(Duration.ofSeconds(90));
      // Functions set timers by the clock of the machine, which has gone on since the start.
      time.advance(Duration.between(time.instant(), Instant.now()));
      for (int second = 1; second <= 90 && !live.hasEnded(); second++) {
        time.advance(Duration.ofSeconds(1));
      }

      assertThat(Seen.end(live)).isEqualTo(INVALID);
    }
  }

  private void used(LiveSocket live, JsonNode handoff) {
    try (LiveSocket first = LiveSocket.byFrame(handoff)) {
      first.next("welcome");
      auth(live, token(handoff));
      live.closeCode();
      assertThat(first.untilPong("undisturbed")).isEmpty();
    }
  }

  private void replaced(LiveSocket live, JsonNode handoff) {
    world.data("chat-reconnect", Map.of("sessionId", session(handoff)));
    auth(live, token(handoff));
  }

  private void late(LiveSocket live, JsonNode handoff) {
    new SessionRow(session(handoff)).age(Duration.ofMinutes(1));
    auth(live, token(handoff));
  }

  private void expired(LiveSocket live, JsonNode handoff) {
    new SessionRow(session(handoff)).age(Duration.ofMinutes(6));
    auth(live, token(handoff));
  }

  private void otherProtocol(LiveSocket live, JsonNode handoff) {
    new SessionRow(session(handoff)).protocol("sse");
    auth(live, token(handoff));
  }

  private void ended(LiveSocket live, JsonNode handoff) {
    world.data("chat-disconnect", Map.of("sessionId", session(handoff)));
  }

  private static void auth(LiveSocket live, String token) {
    live.send(Map.of("type", "auth", "token", token));
  }

  private static String token(JsonNode handoff) {
    return handoff.path("credentials").path("token").asText();
  }

  private static Arguments row(String name, String end, BiConsumer<LiveSocket, JsonNode> frame) {
    return Arguments.of(name, end, frame);
  }
}
