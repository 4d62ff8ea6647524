package dev.baton.local.chat;

import static dev.baton.local.chat.ChatWorld.session;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.live.LiveSocket;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Sockets that are not opened, and with which status. Source: command specification, 6.1. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class UpgradeRefusalsIT {
  private static final String UNKNOWN = "session=ses_AAAAAAAAAAAAAAAAAAAAAA";
  private static final String WRONG = "&token=" + "A".repeat(43);

  private ChatWorld world;

  @BeforeAll
  void start() throws Exception {
    world = ChatWorld.start(Map.of());
  }

  @AfterAll
  void stop() {
    world.close();
  }

  /** What is asked of a session that just waits for its first connection. */
  @FunctionalInterface
  private interface Attempt {
    int status(JsonNode handoff) throws Exception;
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("attempts")
  void upgradeIsRefused(String name, int status, Attempt attempt) throws Exception {
    JsonNode handoff = world.connect("doors", "Ada");

    assertThat(attempt.status(handoff)).as(name).isEqualTo(status);
  }

  private Stream<Arguments> attempts() {
    return Stream.concat(withWhatIsSaid(), withWhatHappened());
  }

  private Stream<Arguments> withWhatIsSaid() {
    return Stream.of(
        row("nothing said", 400, handoff -> knock(handoff, "")),
        row("empty session", 400, handoff -> knock(handoff, "session=")),
        row("token alone", 401, handoff -> knock(handoff, "token=" + token(handoff))),
        row("unknown session", 401, handoff -> knock(handoff, UNKNOWN)),
        row("unknown session with a token", 401, handoff -> knock(handoff, UNKNOWN + WRONG)),
        row("garbled session", 401, handoff -> knock(handoff, "session=%00%23%2F" + WRONG)),
        row("endless session", 401, handoff -> knock(handoff, "session=" + "x".repeat(3_000))),
        row("wrong token", 401, handoff -> LiveSocket.knock(endpoint(handoff) + WRONG)),
        row(
            "endless token",
            401,
            handoff -> LiveSocket.knock(endpoint(handoff) + WRONG.repeat(50))),
        row(
            "hash of the token",
            401,
            handoff -> LiveSocket.knock(endpoint(handoff) + "&token=" + "0".repeat(64))),
        row(
            "wrong token behind a second ?",
            401,
            handoff -> LiveSocket.knock(endpoint(handoff) + WRONG.replace('&', '?'))),
        row(
            "token of another session",
            401,
            handoff -> {
              JsonNode other = world.connect("doors", "Eve");
              return LiveSocket.knock(endpoint(handoff) + "&token=" + token(other));
            }),
        row(
            "token of a stranger's session",
            401,
            handoff -> {
              JsonNode other =
                  world.with("stranger").data("chat-connect", Map.of("roomId", "doors"));
              return LiveSocket.knock(endpoint(handoff) + "&token=" + token(other));
            }),
        row(
            "foreign origin",
            403,
            handoff -> LiveSocket.knock(address(handoff), "https://elsewhere.example.org")),
        row("origin null", 403, handoff -> LiveSocket.knock(address(handoff), "null")));
  }

  private Stream<Arguments> withWhatHappened() {
    return Stream.of(
        row("replaced token", 401, this::replaced),
        row("used token", 403, this::used),
        row("no token outstanding", 403, this::nothingOutstanding),
        row("token expired, session lives", 401, this::expiredToken),
        row("no token but an expired one", 403, this::onlyExpired),
        row("handoff expired, with token", 410, handoff -> expired(handoff, address(handoff))),
        row("handoff expired, without", 410, handoff -> expired(handoff, endpoint(handoff))),
        row("session ended, with token", 410, handoff -> ended(handoff, address(handoff))),
        row("session ended, without", 410, handoff -> ended(handoff, endpoint(handoff))),
        row("session of another protocol", 401, this::otherProtocol),
        row("key revoked", 410, this::revoked),
        row("fourth silent socket", 429, this::fourthKnock),
        row("sixth wrong token", 429, handoff -> afterFive(handoff, endpoint(handoff) + WRONG)),
        row("right token after five wrong", 429, handoff -> afterFive(handoff, address(handoff))),
        row("no token after five wrong", 429, handoff -> afterFive(handoff, endpoint(handoff))));
  }

  @Test
  void refusedUpgradeConsumesNothing() {
    JsonNode handoff = world.connect("doors", "Ada");
    LiveSocket.knock(endpoint(handoff) + WRONG);
    LiveSocket.knock(address(handoff), "https://elsewhere.example.org");
    LiveSocket.knock(knockedAddress(handoff, UNKNOWN));

    try (LiveSocket live = LiveSocket.open(endpoint(handoff) + "?token=" + token(handoff))) {
      assertThat(live.next().path("type").asText()).isEqualTo("welcome");
    }
  }

  private int replaced(JsonNode handoff) {
    world.data("chat-reconnect", Map.of("sessionId", session(handoff)));
    return LiveSocket.knock(address(handoff));
  }

  private int used(JsonNode handoff) {
    try (LiveSocket live = welcomed(handoff)) {
      int status = LiveSocket.knock(address(handoff));
      live.untilPong("undisturbed");
      return status;
    }
  }

  private int nothingOutstanding(JsonNode handoff) {
    try (LiveSocket live = welcomed(handoff)) {
      int status = LiveSocket.knock(endpoint(handoff));
      live.untilPong("undisturbed");
      return status;
    }
  }

  private int expiredToken(JsonNode handoff) {
    try (LiveSocket live = welcomed(handoff)) {
      JsonNode renewed = world.data("chat-reconnect", Map.of("sessionId", session(handoff)));
      new SessionRow(session(handoff)).age(Duration.ofMinutes(6));
      return LiveSocket.knock(address(renewed));
    }
  }

  private int onlyExpired(JsonNode handoff) {
    try (LiveSocket live = welcomed(handoff)) {
      JsonNode renewed = world.data("chat-reconnect", Map.of("sessionId", session(handoff)));
      new SessionRow(session(handoff)).age(Duration.ofMinutes(6));
      return LiveSocket.knock(endpoint(renewed));
    }
  }

  private int expired(JsonNode handoff, String address) {
    new SessionRow(session(handoff)).age(Duration.ofMinutes(6));
    return LiveSocket.knock(address);
  }

  private int ended(JsonNode handoff, String address) {
    world.data("chat-disconnect", Map.of("sessionId", session(handoff)));
    return LiveSocket.knock(address);
  }

  private int otherProtocol(JsonNode handoff) {
    new SessionRow(session(handoff)).protocol("sse");
    return LiveSocket.knock(address(handoff));
  }

  private int revoked(JsonNode unused) {
    JsonNode made = world.data("key-create", Map.of("scopes", new String[] {"chat"}));
    JsonNode handoff =
        world.with(made.path("key").asText()).data("chat-connect", Map.of("roomId", "doors"));
    world.data("key-revoke", Map.of("keyId", made.path("keyId").asText()));
    return LiveSocket.knock(address(handoff));
  }

  private int fourthKnock(JsonNode handoff) {
    try (LiveSocket first = LiveSocket.open(endpoint(handoff));
        LiveSocket second = LiveSocket.open(endpoint(handoff));
        LiveSocket third = LiveSocket.open(endpoint(handoff))) {
      assertThat(world.stack().sockets().open()).hasSizeGreaterThanOrEqualTo(3);
      return LiveSocket.knock(endpoint(handoff));
    }
  }

  private int afterFive(JsonNode handoff, String address) {
    for (int attempt = 1; attempt <= 5; attempt++) {
      assertThat(LiveSocket.knock(endpoint(handoff) + WRONG)).isEqualTo(401);
    }
    return LiveSocket.knock(address);
  }

  private static LiveSocket welcomed(JsonNode handoff) {
    LiveSocket live = LiveSocket.byQuery(handoff);
    live.next("welcome");
    return live;
  }

  private static int knock(JsonNode handoff, String query) {
    return LiveSocket.knock(knockedAddress(handoff, query));
  }

  private static String knockedAddress(JsonNode handoff, String query) {
    return endpoint(handoff).split("\\?")[0] + "?" + query;
  }

  private static String endpoint(JsonNode handoff) {
    return handoff.path("endpoint").asText();
  }

  private static String address(JsonNode handoff) {
    return endpoint(handoff) + "&token=" + token(handoff);
  }

  private static String token(JsonNode handoff) {
    return handoff.path("credentials").path("token").asText();
  }

  private static Arguments row(String name, int status, Attempt attempt) {
    return Arguments.of(name, status, attempt);
  }
}
