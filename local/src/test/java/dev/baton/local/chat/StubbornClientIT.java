package dev.baton.local.chat;

import static dev.baton.local.chat.ChatWorld.session;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.live.LiveSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Clients that come back for ever with a token that is worth nothing. Each try costs one call of
 * one function and ends at the upgrade. Source: command specification, section 6.1.
 */
final class StubbornClientIT {
  private static final int TRIES = 50;

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
  void deadTokenMeetsARefusedUpgradeAtTheCostOfOneCallEach() {
    JsonNode handoff = world.connect("stubborn", "Ada");
    try (LiveSocket live = LiveSocket.byQuery(handoff)) {
      live.next("welcome");
      live.untilPong("settled");
      Map<String, Long> before = calls();

      assertThat(knocks(address(handoff))).containsOnly(Map.entry(403, TRIES));

      assertThat(cost(before)).isEqualTo(Map.of("WebsocketConnectFunction", (long) TRIES));
      assertThat(live.untilPong("undisturbed")).isEmpty();
    }
  }

  @Test
  void wrongTokenIsLimitedAfterFiveTriesAMinute() {
    JsonNode handoff = world.connect("stubborn", "Ada");
    Map<String, Long> before = calls();

    assertThat(knocks(address(handoff) + "x"))
        .containsOnly(Map.entry(401, 5), Map.entry(429, TRIES - 5));

    assertThat(cost(before)).isEqualTo(Map.of("WebsocketConnectFunction", (long) TRIES));
  }

  @Test
  void endedSessionMeetsARefusedUpgradeAtTheCostOfOneCallEach() {
    JsonNode handoff = world.connect("stubborn", "Ada");
    world.data("chat-disconnect", Map.of("sessionId", session(handoff)));
    Map<String, Long> before = calls();

    assertThat(knocks(address(handoff))).containsOnly(Map.entry(410, TRIES));

    assertThat(cost(before).get("WebsocketConnectFunction")).isEqualTo(TRIES);
  }

  /** How often each status came. */
  private static Map<Integer, Integer> knocks(String address) {
    Map<Integer, Integer> statuses = new HashMap<>();
    IntStream.range(0, TRIES)
        .forEach(attempt -> statuses.merge(LiveSocket.knock(address), 1, Integer::sum));
    return statuses;
  }

  private Map<String, Long> calls() {
    Map<String, Long> calls = new HashMap<>();
    for (String route : new String[] {"Connect", "Disconnect", "Default"}) {
      String function = "Websocket" + route + "Function";
      calls.put(function, world.stack().calls(function));
    }
    return calls;
  }

  /** What was called since then. */
  private Map<String, Long> cost(Map<String, Long> before) {
    Map<String, Long> cost = new HashMap<>();
    calls()
        .forEach((function, count) -> {
          long more = count - before.getOrDefault(function, 0L);
          if (more > 0) {
            cost.put(function, more);
          }
        });
    return cost;
  }

  private static String address(JsonNode handoff) {
    return handoff.path("endpoint").asText()
        + "&token="
        + handoff.path("credentials").path("token").asText();
  }
}
