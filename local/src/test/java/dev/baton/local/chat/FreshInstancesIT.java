package dev.baton.local.chat;

import static dev.baton.local.chat.ChatWorld.session;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.live.LiveSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Between any two steps every instance of every function ends: nothing of ours is in memory. */
final class FreshInstancesIT {

  @Test
  void conversationGoesOnWhenEveryCallMeetsANewInstance() throws Exception {
    try (ChatWorld world = ChatWorld.start(Map.of("BATON_INSTANCES", "fresh"))) {
      JsonNode handoff = world.connect("fresh", "Ada");
      String last = talk(handoff);
      world.say("fresh", "Missed");
      JsonNode renewed =
          world.data(
              "chat-reconnect", Map.of("sessionId", session(handoff), "lastMessageId", last));
      try (LiveSocket ada = LiveSocket.byFrame(renewed)) {
        ada.next("welcome");
        assertThat(ada.next("history").path("messages").path(0).path("text").asText())
            .isEqualTo("Missed");
        world.data("chat-disconnect", Map.of("sessionId", session(handoff)));
        assertThat(Seen.end(ada)).isEqualTo("4005 session-closed final, 1000");
      }
      assertThat(world.code("chat-reconnect", Map.of("sessionId", session(handoff))))
          .isEqualTo("SESSION_CLOSED");
      assertThat(texts(world.data("chat-poll", Map.of("roomId", "fresh")).path("messages")))
          .containsExactly("One", "Two", "Missed");
    }
  }

  /** Says two things, one twice, and breaks off; answers the id of the last message heard. */
  private static String talk(JsonNode handoff) {
    try (LiveSocket ada = LiveSocket.byQuery(handoff)) {
      ada.next("welcome");
      Map<String, String> one =
          Map.of("action", "chat-send", "text", "One", "clientMessageId", "c-1");
      ada.send(one);
      assertThat(ada.next("ack").path("duplicate").asBoolean()).isFalse();
      ada.send(one);
      assertThat(ada.next("ack").path("duplicate").asBoolean()).isTrue();
      ada.send(Map.of("type", "message", "text", "Two"));
      JsonNode heard = ada.next("message");
      while (!heard.path("text").asText().equals("Two")) {
        heard = ada.next("message");
      }
      return heard.path("id").asText();
    }
  }

  private static List<String> texts(JsonNode messages) {
    List<String> texts = new ArrayList<>();
    messages.forEach(message -> texts.add(message.path("text").asText()));
    return texts;
  }
}
