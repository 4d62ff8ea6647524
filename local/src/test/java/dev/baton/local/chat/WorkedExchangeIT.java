package dev.baton.local.chat;

import static dev.baton.local.chat.ChatWorld.session;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.live.LiveSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The exchange of the command specification, section 10, from the first call to the refused
 * reconnect: names, their order and every value that is not random or a time.
 */
final class WorkedExchangeIT {

  @Test
  void exchangeGoesAsTheSpecificationShowsIt() throws Exception {
    try (ChatWorld world = ChatWorld.start()) {
      for (int seq = 1; seq <= 41; seq++) {
        world.say("general", "Message " + seq);
      }

      JsonNode connected =
          world.call("chat-connect", Map.of("roomId", "general", "nickname", "Ada"));
      assertThat(masked(connected)).isEqualTo(CONNECTED);
      JsonNode handoff = connected.path("data");
      String last;
      try (LiveSocket ada = LiveSocket.byFrame(handoff)) {
        assertThat(masked(ada.next())).isEqualTo(WELCOME);
        last = talk(ada);
      }
      world.data(
          "chat-send", Map.of("roomId", "general", "text", "Hi Ada", "clientMessageId", "g-1"));
      comeBackAndLeave(world, session(handoff), last);
    }
  }

  private static String talk(LiveSocket ada) {
    ada.send(Map.of("action", "chat-send", "text", "Hello", "clientMessageId", "c-1", "ref", "r1"));
    List<JsonNode> frames = new ArrayList<>(List.of(ada.next(), ada.next()));
    frames.sort((one, other) -> one.path("type").asText().compareTo(other.path("type").asText()));
    assertThat(masked(frames.getFirst())).isEqualTo(ACK);
    assertThat(masked(frames.getLast())).isEqualTo(MESSAGE);
    return frames.getFirst().path("id").asText();
  }

  private static void comeBackAndLeave(ChatWorld world, String sessionId, String last) {
    JsonNode renewed =
        world.call("chat-reconnect", Map.of("sessionId", sessionId, "lastMessageId", last));
    assertThat(masked(renewed)).isEqualTo(RENEWED);
    try (LiveSocket ada = LiveSocket.byFrame(renewed.path("data"))) {
      assertThat(ada.next().path("lastMessageId").asText()).isEqualTo("43-0feae16d");
      JsonNode history = ada.next("history");
      assertThat(history.path("messages")).hasSize(1);
      assertThat(history.path("messages").path(0).path("text").asText()).isEqualTo("Hi Ada");
      assertThat(history.path("hasMore").asBoolean()).isFalse();

      JsonNode ended =
          world.call("chat-disconnect", Map.of("sessionId", sessionId, "reason", "done"));
      assertThat(masked(ended)).isEqualTo(ENDED);
      assertThat(ada.next("closed").toString()).isEqualTo(CLOSED);
      assertThat(ada.closeCode()).isEqualTo(1_000);
    }
    JsonNode refused = world.call("chat-reconnect", Map.of("sessionId", sessionId));
    assertThat(masked(refused)).isEqualTo(REFUSED);
  }

  private static String masked(JsonNode node) {
    return node.toString()
        .replaceAll("ses_[A-Za-z0-9_-]{22}", "ses_*")
        .replaceAll("\"token\":\"[A-Za-z0-9_-]{43}\"", "\"token\":\"*\"")
        .replaceAll("ws://localhost:[0-9]+/live", "wss://*/live")
        .replaceAll("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z", "*")
        .replaceAll("p_[0-9a-f]{12}", "p_*")
        .replaceAll("\"(executionTimeMs|durationMs)\":[0-9]+", "\"$1\":0")
        .replaceAll("\"traceId\":\"[^\"]+\"", "\"traceId\":\"*\"");
  }

  private static final String HINTS =
      "{\"handoffType\":\"websocket\",\"consumable\":false,\"delegateToUser\":true,"
          + "\"userActionRequired\":\"Open the WebSocket at data.endpoint\","
          + "\"fallbackCommand\":\"chat-poll\",\"nextAction\":\"%s\"}";

  private static final String METADATA =
      "\"metadata\":{\"executionTimeMs\":0,\"commandVersion\":\"1.0.0\",\"traceId\":\"*\",\"timestamp\":\"*\"";

  private static final String HANDOFF =
      "{\"success\":true,\"data\":{\"protocol\":\"websocket\","
          + "\"endpoint\":\"wss://*/live?session=ses_*\","
          + "\"credentials\":{\"token\":\"*\",\"sessionId\":\"ses_*\"},"
          + "\"metadata\":{\"expectedLatency\":200,"
          + "\"capabilities\":[\"text\",\"typing\",\"presence\",\"history\"],\"expiresAt\":\"*\","
          + "\"reconnect\":{\"allowed\":true,\"maxAttempts\":%d,\"backoffMs\":1000},"
          + "\"description\":\"Live chat in room general\",\"catchUp\":%s}},"
          + "\"confidence\":1.0,\"reasoning\":\"%s\","
          + "\"undoCommand\":\"chat-disconnect\",\"undoArgs\":{\"sessionId\":\"ses_*\"},"
          + METADATA
          + ",\"agentHints\":%s},\"_agentHints\":%s}";

  private static final String CONNECTED =
      handoff(
          5,
          "{\"lastMessageId\":\"41-0feae16d\",\"lastSeq\":41,\"missed\":0}",
          "Session created for room general. Connect within 5 minutes.",
          "Connect before expiresAt, or call chat-poll with this roomId");

  private static final String RENEWED =
      handoff(
          4,
          "{\"fromMessageId\":\"42-0feae16d\",\"lastMessageId\":\"43-0feae16d\",\"lastSeq\":43,\"missed\":1}",
          "New token issued for the same session. One message was missed and will be sent first.",
          "Connect before expiresAt, or call chat-poll with since=42-0feae16d");

  private static final String WELCOME =
      "{\"type\":\"welcome\",\"sessionId\":\"ses_*\",\"roomId\":\"general\","
          + "\"participantId\":\"p_*\",\"nickname\":\"Ada\",\"lastMessageId\":\"41-0feae16d\","
          + "\"lastSeq\":41,\"participants\":[{\"id\":\"p_*\",\"name\":\"Ada\",\"state\":\"online\"}],"
          + "\"heartbeatMs\":300000,\"connectionExpiresAt\":\"*\"}";

  private static final String ACK =
      "{\"type\":\"ack\",\"action\":\"chat-send\",\"ref\":\"r1\",\"id\":\"42-0feae16d\",\"seq\":42,"
          + "\"timestamp\":\"*\",\"duplicate\":false}";

  private static final String MESSAGE =
      "{\"type\":\"message\",\"id\":\"42-0feae16d\",\"seq\":42,\"roomId\":\"general\","
          + "\"sender\":\"Ada\",\"senderId\":\"p_*\",\"text\":\"Hello\",\"timestamp\":\"*\","
          + "\"clientMessageId\":\"c-1\"}";

  private static final String ENDED =
      "{\"success\":true,\"data\":{\"sessionId\":\"ses_*\",\"state\":\"closed\",\"closedAt\":\"*\","
          + "\"alreadyEnded\":false,\"summary\":{\"durationMs\":0,\"messagesSent\":1}},"
          + "\"confidence\":1.0,\"reasoning\":\"Session closed and its socket ended.\","
          + METADATA
          + "}}";

  private static final String CLOSED =
      "{\"type\":\"closed\",\"code\":4005,\"reason\":\"session-closed\","
          + "\"message\":\"The session was closed by its owner.\",\"reconnect\":false,"
          + "\"suggestion\":\"Call chat-connect for a new session.\"}";

  private static final String REFUSED =
      "{\"success\":false,\"error\":{\"code\":\"SESSION_CLOSED\","
          + "\"message\":\"This session was closed and cannot be resumed.\","
          + "\"suggestion\":\"Call chat-connect with the same roomId to start a new session.\","
          + "\"retryable\":false},"
          + METADATA
          + "}}";

  private static String handoff(int left, String catchUp, String reasoning, String next) {
    String hints = HINTS.formatted(next);
    return HANDOFF.formatted(left, catchUp, reasoning, hints, hints);
  }
}
