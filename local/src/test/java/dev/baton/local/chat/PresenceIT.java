package dev.baton.local.chat;

import static dev.baton.local.chat.ChatWorld.session;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.client.Commands;
import dev.baton.local.live.LiveSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What one owner hears of another who comes, drops, comes back and leaves. */
final class PresenceIT {
  @Test
  void othersHearWhoComesDropsComesBackAndLeaves() throws Exception {
    try (ChatWorld world = ChatWorld.start()) {
      Commands others = world.with("eve");
      try (LiveSocket ada = LiveSocket.byFrame(world.connect("hall", "Ada"))) {
        ada.next("welcome");
        JsonNode handoff = others.data("chat-connect", Map.of("roomId", "hall", "nickname", "Eve"));
        LiveSocket eve = LiveSocket.byQuery(handoff);
        assertThat(eve.next("welcome").path("participants")).hasSize(2);
        assertThat(heard(ada)).isEqualTo("joined Eve");
        eve.drop();
        assertThat(heard(ada)).isEqualTo("away Eve");

        Map<String, String> hers = Map.of("sessionId", session(handoff));
        LiveSocket.byFrame(others.data("chat-reconnect", hers)).next("welcome");
        assertThat(heard(ada)).isEqualTo("back Eve");
        others.data("chat-disconnect", hers);
        assertThat(heard(ada)).isEqualTo("left Eve");
      }
      invisible(world);
    }
  }

  private static void invisible(ChatWorld world) throws Exception {
    try (LiveSocket ada = LiveSocket.byFrame(world.connect("lair", "Ada"))) {
      ada.next("welcome");
      JsonNode unseen =
          world.with("eve").data("chat-connect", Map.of("roomId", "lair", "invisible", true));
      try (LiveSocket eve = LiveSocket.byQuery(unseen)) {
        assertThat(eve.next("welcome").path("participants")).hasSize(1);
        world.say("lair", "Nobody here");
        eve.next("message");
      }
      assertThat(ada.untilPong("p"))
          .noneMatch(frame -> frame.path("type").asText().equals("presence"));
    }
  }

  private static String heard(LiveSocket live) {
    JsonNode presence = live.next("presence");
    return presence.path("event").asText()
        + " "
        + presence.path("participant").path("name").asText();
  }
}
