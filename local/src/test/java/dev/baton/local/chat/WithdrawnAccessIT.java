package dev.baton.local.chat;

import static dev.baton.local.chat.ChatWorld.session;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.client.Commands;
import dev.baton.local.live.LiveSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of live sockets whose key is revoked, or whose owner may not be there any more. */
final class WithdrawnAccessIT {
  private static final String ENDED = "4005 session-closed final, 1000";
  private static final String CLUB = "private-club";

  /** A key of the world, and the owner of it. */
  private static final String EVE = "eve";

  private ChatWorld world;

  @BeforeEach
  void start() throws Exception {
    world = ChatWorld.start();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void revokedKeyEndsItsLiveSocketsAndNobodyElses() {
    JsonNode made = world.data("key-create", Map.of("scopes", List.of("chat")));
    Commands keyed = world.with(made.path("key").asText());
    JsonNode handoff = keyed.data("chat-connect", Map.of("roomId", "general"));
    try (LiveSocket own = LiveSocket.byQuery(world.connect("general", "Ada"));
        LiveSocket live = LiveSocket.byFrame(handoff)) {
      own.next("welcome");
      live.next("welcome");

      JsonNode revoked = world.data("key-revoke", Map.of("keyId", made.path("keyId").asText()));

      assertThat(revoked.path("sessionsEnded").asInt()).isEqualTo(1);
      assertThat(Seen.end(live)).isEqualTo(ENDED);
      assertThat(state(world.with("dev"), handoff)).isEqualTo("closed key-revoked");
      assertThat(LiveSocket.knock(handoff.path("endpoint").asText())).isEqualTo(410);
      own.untilPong("undisturbed");
    }
  }

  @Test
  void ownerWhoIsTurnedOutLosesTheSocketAndTheOthersSeeThemLeave() {
    world.data("chat-room-allow", Map.of("roomId", CLUB, "owners", List.of(EVE)));
    JsonNode handoff = world.with(EVE).data("chat-connect", Map.of("roomId", CLUB));
    try (LiveSocket host = LiveSocket.byQuery(world.connect(CLUB, "Ada"));
        LiveSocket guest = LiveSocket.byQuery(handoff)) {
      host.next("welcome");
      guest.next("welcome");
      awaitPresence(host, "joined");

      world.data("chat-room-allow", Map.of("roomId", CLUB, "owners", List.of()));

      assertThat(Seen.end(guest)).isEqualTo(ENDED);
      awaitPresence(host, "left");
      assertThat(state(world.with(EVE), handoff)).isEqualTo("closed access-withdrawn");
      assertThat(code(world.with(EVE), "chat-poll", Map.of("roomId", CLUB)))
          .isEqualTo("ROOM_NOT_FOUND");
      assertThat(code(world.with(EVE), "chat-connect", Map.of("roomId", CLUB)))
          .isEqualTo("ROOM_NOT_FOUND");
    }
  }

  @Test
  void handoffOfAnOwnerWhoIsTurnedOutOpensNothing() {
    world.data("chat-room-allow", Map.of("roomId", CLUB, "owners", List.of(EVE)));
    JsonNode handoff = world.with(EVE).data("chat-connect", Map.of("roomId", CLUB));
    String address =
        handoff.path("endpoint").asText()
            + "&token="
            + handoff.path("credentials").path("token").asText();

    world.data("chat-room-allow", Map.of("roomId", CLUB, "owners", List.of()));

    assertThat(LiveSocket.knock(address)).isEqualTo(410);
  }

  private static String state(Commands commands, JsonNode handoff) {
    JsonNode status = commands.data("chat-status", Map.of("sessionId", session(handoff)));
    return status.path("state").asText() + " " + status.path("closeReason").asText();
  }

  private static String code(Commands commands, String command, Map<String, ?> input) {
    return commands.call(command, input).path("error").path("code").asText();
  }

  /** Lists of who is there may come in between. */
  private static void awaitPresence(LiveSocket live, String event) {
    String seen = live.next("presence").path("event").asText();
    while (seen.equals("list")) {
      seen = live.next("presence").path("event").asText();
    }
    assertThat(seen).isEqualTo(event);
  }
}
