package dev.baton.local.chat;

import static dev.baton.local.chat.ChatWorld.session;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.live.LiveSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients of a room hear, over real sockets. Each test has a room of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ChatSocketsIT {
  private ChatWorld world;

  @BeforeAll
  void start() throws Exception {
    world = ChatWorld.start();
  }

  @AfterAll
  void stop() {
    world.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void bothWaysOfAuthenticatingLeadToTheSameWelcome(boolean query) {
    JsonNode handoff = world.connect("doors", "Ada");
    try (LiveSocket ada = query ? LiveSocket.byQuery(handoff) : LiveSocket.byFrame(handoff)) {
      assertThat(ada.next().path("type").asText()).isEqualTo("welcome");
      ada.send(Map.of("type", "auth_headers", "headers", Map.of("x", "y")));
      assertThat(ada.untilPong("p1")).isEmpty();

      ada.send(Map.of("type", "auth", "token", "again"));
      assertThat(ada.next("error").path("code").asText()).isEqualTo("CONFLICT");
      int again =
          LiveSocket.knock(
              handoff.path("endpoint").asText()
                  + "&token="
                  + handoff.path("credentials").path("token").asText());
      assertThat(again).isIn(401, 403);
    }
  }

  @Test
  void aConnectionGivesNoMoreRightsThanTheKeyThatMadeIt() {
    String key =
        world
            .data("key-create", Map.of("scopes", List.of("chat-connect"), "label", "Reader"))
            .path("key")
            .asText();
    JsonNode handoff = world.with(key).data("chat-connect", Map.of("roomId", "narrow"));
    try (LiveSocket reader = LiveSocket.byFrame(handoff)) {
      reader.next("welcome");
      reader.send(Map.of("action", "chat-send", "text", "May I?"));
      assertThat(reader.next("error").path("code").asText()).isEqualTo("FORBIDDEN");
      reader.send(Map.of("type", "history"));
      assertThat(reader.next("error").path("code").asText()).isEqualTo("FORBIDDEN");
    }
    JsonNode room = world.data("chat-poll", Map.of("roomId", "narrow"));
    assertThat(room.path("lastSeq").asLong()).isZero();
  }

  @Test
  void twoSendersAreHeardByBothInOneOrder() {
    try (LiveSocket ada = open("duet", "Ada");
        LiveSocket eve = open("duet", "Eve")) {
      for (int turn = 1; turn <= 10; turn++) {
        ada.send(Map.of("action", "chat-send", "text", "A" + turn));
        eve.send(Map.of("type", "message", "text", "E" + turn));
      }
      List<JsonNode> heardByAda = messages(ada, 20);
      List<JsonNode> heardByEve = messages(eve, 20);

      assertThat(sequence(heardByAda)).isEqualTo(IntStream.rangeClosed(1, 20).boxed().toList());
      assertThat(heardByEve).isEqualTo(heardByAda);
    }
  }

  @Test
  void dropLosesAndRepeatsNothing() {
    JsonNode handoff = world.connect("bridge", "Ada");
    List<JsonNode> heard = new ArrayList<>();
    try (LiveSocket ada = LiveSocket.byFrame(handoff)) {
      ada.next("welcome");
      world.say("bridge", "1");
      world.say("bridge", "2");
      heard.addAll(messages(ada, 2));
    }
    world.say("bridge", "3");
    world.say("bridge", "4");
    String last = heard.getLast().path("id").asText();
    JsonNode renewed =
        world.data("chat-reconnect", Map.of("sessionId", session(handoff), "lastMessageId", last));
    assertThat(renewed.path("metadata").path("catchUp").path("missed").asInt()).isEqualTo(2);
    try (LiveSocket ada = LiveSocket.byQuery(renewed)) {
      ada.next("welcome");
      elements(ada.next("history").path("messages")).forEach(heard::add);
      world.say("bridge", "5");
      heard.addAll(messages(ada, 1));
    }

    assertThat(sequence(heard)).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void newerConnectionTakesTheOlderOver() {
    JsonNode handoff = world.connect("takeover", "Ada");
    try (LiveSocket older = LiveSocket.byQuery(handoff)) {
      older.next("welcome");
      JsonNode renewed = world.data("chat-reconnect", Map.of("sessionId", session(handoff)));
      try (LiveSocket newer = LiveSocket.byFrame(renewed)) {
        newer.next("welcome");
        JsonNode closed = older.next("closed");
        assertThat(closed.path("code").asInt()).isEqualTo(4004);
        assertThat(closed.path("reconnect").asBoolean()).isFalse();
        assertThat(older.closeCode()).isEqualTo(1_000);

        world.say("takeover", "Hello");
        assertThat(messages(newer, 1)).hasSize(1);
      }
    }
  }

  @Test
  void presenceListsEachParticipantOnceByTheNewestName() {
    try (LiveSocket ada = open("hall", "Ada")) {
      JsonNode eve = world.connect("hall", "Eve");
      LiveSocket socket = LiveSocket.byFrame(eve);
      socket.next("welcome");
      // One key is one participant: a second session of it is no news.
      ada.send(Map.of("type", "presence", "ref", "w"));
      JsonNode list = ada.next("presence");

      assertThat(list.path("event").asText()).isEqualTo("list");
      assertThat(list.path("ref").asText()).isEqualTo("w");
      assertThat(list.path("participants")).hasSize(1);
      assertThat(list.path("participants").path(0).path("name").asText()).isEqualTo("Eve");
      socket.close();
    }
  }

  @Test
  void typingIsToldToOthersAndNotTooOften() {
    try (LiveSocket ada = open("typists", "Ada");
        LiveSocket eve = open("typists", "Eve")) {
      ada.send(Map.of("action", "chat-typing"));
      ada.send(Map.of("type", "typing", "typing", true));
      JsonNode typing = eve.next("typing");
      assertThat(typing.path("typing").asBoolean()).isTrue();
      assertThat(typing.path("sender").asText()).isEqualTo("Ada");
      assertThat(typing.path("senderId").asText()).startsWith("p_");

      world.say("typists", "Done");
      assertThat(types(ada.untilPong("a"))).doesNotContain("typing", "error");
      eve.next("message");
      assertThat(types(eve.untilPong("e"))).doesNotContain("typing");
    }
  }

  @Test
  void messageIsStoredOnceAcrossRequestAndFrame() {
    try (LiveSocket ada = open("once", "Ada")) {
      Map<String, String> first =
          Map.of("roomId", "once", "text", "Hello", "clientMessageId", "c-1");
      JsonNode sent = world.data("chat-send", first);
      ada.send(
          Map.of("action", "chat-send", "text", "Hello", "clientMessageId", "c-1", "ref", "r"));
      JsonNode ack = ada.next("ack");
      ada.send(Map.of("action", "chat-send", "text", "Other", "clientMessageId", "c-1"));

      assertThat(ack.path("duplicate").asBoolean()).isTrue();
      assertThat(ack.path("id").asText()).isEqualTo(sent.path("id").asText());
      assertThat(ack.path("timestamp").asText()).isEqualTo(sent.path("timestamp").asText());
      assertThat(ada.next("error").path("code").asText()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
      assertThat(world.data("chat-poll", Map.of("roomId", "once")).path("messages")).hasSize(1);
    }
  }

  @Test
  void pollOverTheSocketIsTheSameAsOverHttp() {
    for (int message = 1; message <= 9; message++) {
      world.say("library", "x".repeat(3_900) + message);
    }
    try (LiveSocket ada = open("library", "Ada")) {
      ada.send(Map.of("action", "chat-poll", "limit", 9, "ref", "h"));
      List<JsonNode> read = new ArrayList<>();
      JsonNode frame;
      do {
        frame = ada.next("history");
        assertThat(frame.toString().length()).isLessThanOrEqualTo(30 * 1_024);
        elements(frame.path("messages")).forEach(read::add);
      } while (frame.path("hasMore").asBoolean());
      JsonNode polled = world.data("chat-poll", Map.of("roomId", "library", "limit", 9));

      assertThat(read).isEqualTo(elements(polled.path("messages")));
      assertThat(frame.path("ref").asText()).isEqualTo("h");
    }
  }

  @Test
  void frameOfAnotherRoomOrWithUnknownFieldsIsRefusedAndNamed() {
    try (LiveSocket ada = open("own", "Ada")) {
      ada.send(Map.of("action", "chat-send", "roomId", "other", "text", "x", "ref", "r1"));
      JsonNode elsewhere = ada.next("error");
      ada.send(Map.of("action", "chat-poll", "sinse", "1"));
      JsonNode misspelt = ada.next("error");
      ada.send(Map.of("action", "chat-dance"));

      assertThat(elsewhere.path("code").asText()).isEqualTo("VALIDATION_ERROR");
      assertThat(elsewhere.path("ref").asText()).isEqualTo("r1");
      assertThat(misspelt.path("suggestion").asText()).contains("did you mean 'since'");
      assertThat(ada.next("error").path("code").asText()).isEqualTo("UNKNOWN_ACTION");
    }
  }

  @Test
  void endIsFinal() {
    JsonNode handoff = world.connect("end", "Ada");
    String sessionId = session(handoff);
    try (LiveSocket ada = LiveSocket.byQuery(handoff)) {
      ada.next("welcome");
      JsonNode spare = world.data("chat-reconnect", Map.of("sessionId", sessionId));
      world.data("chat-disconnect", Map.of("sessionId", sessionId));

      assertThat(ada.next("closed").path("code").asInt()).isEqualTo(4005);
      assertThat(ada.closeCode()).isEqualTo(1_000);
      String endpoint = spare.path("endpoint").asText();
      assertThat(LiveSocket.knock(endpoint)).isEqualTo(410);
      assertThat(
              LiveSocket.knock(
                  endpoint + "&token=" + spare.path("credentials").path("token").asText()))
          .isEqualTo(410);
      assertThat(world.code("chat-reconnect", Map.of("sessionId", sessionId)))
          .isEqualTo("SESSION_CLOSED");
      assertThat(world.data("chat-status", Map.of("sessionId", sessionId)).path("state").asText())
          .isEqualTo("closed");
    }
  }

  private LiveSocket open(String room, String name) {
    LiveSocket live = LiveSocket.byFrame(world.connect(room, name));
    live.next("welcome");
    return live;
  }

  private static List<JsonNode> messages(LiveSocket live, int count) {
    return IntStream.range(0, count).mapToObj(each -> live.next("message")).toList();
  }

  private static List<Integer> sequence(List<JsonNode> messages) {
    return messages.stream().map(message -> message.path("seq").asInt()).toList();
  }

  private static List<String> types(List<JsonNode> frames) {
    return frames.stream().map(frame -> frame.path("type").asText()).toList();
  }

  private static List<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }
}
