package dev.baton.local.chat;

import static dev.baton.local.chat.ChatWorld.session;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.live.LiveSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Clients that try again and again, or all at once. */
final class ChatCrowdIT {
  private static final int SOCKETS = 50;

  @Test
  void ofFiftySocketsWithOneTokenOneGetsIn() throws Exception {
    try (ChatWorld world = ChatWorld.start()) {
      JsonNode handoff = world.connect("race", "Ada");
      String address =
          handoff.path("endpoint").asText()
              + "&token="
              + handoff.path("credentials").path("token").asText();
      List<LiveSocket> let = atOnce(address);

      assertThat(let).hasSize(1);
      assertThat(let.getFirst().next().path("type").asText()).isEqualTo("welcome");
      let.forEach(LiveSocket::close);
    }
  }

  @Test
  void clientThatIsAcceptedAndDropsRunsOutOfAttempts() throws Exception {
    try (ChatWorld world = ChatWorld.start()) {
      JsonNode handoff = world.connect("loop", "Ada");
      Map<String, String> session = Map.of("sessionId", session(handoff));
      JsonNode next = handoff;
      for (int attempt = 1; attempt <= 5; attempt++) {
        try (LiveSocket live = LiveSocket.byFrame(next)) {
          live.next("welcome");
        }
        next = world.data("chat-reconnect", session);
      }

      assertThat(world.code("chat-reconnect", session)).isEqualTo("MAX_RECONNECTS");
    }
  }

  @Test
  void clientThatIgnoresItsRateIsToldAndThenEnded() throws Exception {
    try (ChatWorld world = ChatWorld.start(Map.of("BATON_CHAT_SEND_RATE", "1/PT1M/2"))) {
      try (LiveSocket live = LiveSocket.byQuery(world.connect("flood", "Ada"))) {
        live.next("welcome");
        for (int message = 1; message <= 2; message++) {
          live.send(Map.of("action", "chat-send", "text", "m" + message));
          live.next("ack");
        }
        for (int message = 3; message <= 22; message++) {
          live.send(Map.of("action", "chat-send", "text", "m" + message));
        }
        JsonNode refused = live.next("error");
        assertThat(refused.path("code").asText()).isEqualTo("RATE_LIMITED");
        assertThat(refused.path("details").path("retryAfterMs").asLong()).isPositive();
        assertThat(live.next("closed").path("code").asInt()).isEqualTo(4007);
      }
      assertThat(world.data("chat-poll", Map.of("roomId", "flood")).path("lastSeq").asInt())
          .isEqualTo(2);
    }
  }

  private static List<LiveSocket> atOnce(String address) throws Exception {
    List<Callable<LiveSocket>> tries = new ArrayList<>();
    for (int socket = 0; socket < SOCKETS; socket++) {
      tries.add(() -> LiveSocket.open(address));
    }
    List<LiveSocket> let = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<LiveSocket> attempt : threads.invokeAll(tries)) {
        if (attempt.state() == Future.State.SUCCESS) {
          let.add(attempt.resultNow());
        }
      }
    }
    return let;
  }
}
