package dev.baton.local.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.local.live.LiveSocket;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames of authenticated sockets that are refused. Source: command specification, 6.2, 6.3, 7. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FrameRefusalsIT {
  private ChatWorld world;

  @BeforeAll
  void start() throws Exception {
    world = ChatWorld.start();
    world.say("elsewhere", "Hello");
    world.say("here", "Hello");
  }

  @AfterAll
  void stop() {
    world.close();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          unknown action        | UNKNOWN_ACTION   | {"action":"chat-dance"}
          action of no domain   | UNKNOWN_ACTION   | {"action":"agent-send","text":"x"}
          command, no action    | UNKNOWN_ACTION   | {"action":"chat-connect","roomId":"here"}
          end is no action      | UNKNOWN_ACTION   | {"action":"chat-disconnect"}
          unknown type          | UNKNOWN_ACTION   | {"type":"dance"}
          no action             | UNKNOWN_ACTION   | {"text":"x"}
          action is a number    | UNKNOWN_ACTION   | {"action":7}
          action is endless     | UNKNOWN_ACTION   | {"action":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}
          not JSON              | PARSE_ERROR      | hello
          half JSON             | PARSE_ERROR      | {"action":"ping"
          trailing text         | PARSE_ERROR      | {"action":"ping"} x
          array                 | PARSE_ERROR      | [{"action":"ping"}]
          number                | PARSE_ERROR      | 42
          null                  | PARSE_ERROR      | null
          duplicate keys        | PARSE_ERROR      | {"action":"ping","a":1,"a":2}
          duplicate action      | PARSE_ERROR      | {"action":"ping","action":"chat-send"}
          no text               | VALIDATION_ERROR | {"action":"chat-send"}
          null text             | VALIDATION_ERROR | {"action":"chat-send","text":null}
          text is a number      | VALIDATION_ERROR | {"action":"chat-send","text":5}
          empty text            | VALIDATION_ERROR | {"action":"chat-send","text":""}
          blank text            | VALIDATION_ERROR | {"action":"chat-send","text":" \\t\\n\\u00a0"}
          invisible text        | VALIDATION_ERROR | {"action":"chat-send","text":"\\u200b\\ufeff"}
          control character     | VALIDATION_ERROR | {"action":"chat-send","text":"a\\u0007b"}
          another room          | VALIDATION_ERROR | {"action":"chat-send","roomId":"elsewhere","text":"x"}
          room that is missing  | VALIDATION_ERROR | {"action":"chat-send","roomId":"nowhere","text":"x"}
          room is a number      | VALIDATION_ERROR | {"action":"chat-send","roomId":1,"text":"x"}
          another room by type  | VALIDATION_ERROR | {"type":"message","roomId":"elsewhere","text":"x"}
          unknown field         | VALIDATION_ERROR | {"action":"chat-send","text":"x","sender":"Eve"}
          empty client id       | VALIDATION_ERROR | {"action":"chat-send","text":"x","clientMessageId":""}
          limit of nothing      | VALIDATION_ERROR | {"action":"chat-poll","limit":0}
          limit too high        | VALIDATION_ERROR | {"action":"chat-poll","limit":101}
          latest and since      | VALIDATION_ERROR | {"action":"chat-poll","latest":true,"since":"1-00000000"}
          poll of another room  | VALIDATION_ERROR | {"action":"chat-poll","roomId":"elsewhere"}
          typing elsewhere      | VALIDATION_ERROR | {"action":"chat-typing","roomId":"elsewhere"}
          presence elsewhere    | VALIDATION_ERROR | {"action":"chat-presence","roomId":"elsewhere"}
          cursor of no form     | INVALID_CURSOR   | {"action":"chat-poll","since":"yesterday"}
          cursor of number 0    | INVALID_CURSOR   | {"action":"chat-poll","since":"0-00000000"}
          confirms no form      | INVALID_CURSOR   | {"action":"ping","lastMessageId":"yesterday"}
          second auth           | CONFLICT         | {"type":"auth","token":"again"}
          second auth as action | CONFLICT         | {"action":"auth"}
          """)
  void frameIsRefusedAndTheSocketStays(String name, String code, String frame) {
    try (LiveSocket live = open()) {
      live.sendText(frame);

      assertThat(Seen.error(live)).as(name).isEqualTo(code);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{'action':'chat-poll','since':'%s'}", "{'action':'ping','lastMessageId':'%s'}"})
  void cursorOfAnotherRoomOrBeyondTheEndIsRefused(String frame) {
    String other = world.say("elsewhere", "Hello").path("id").asText();
    String here = world.say("here", "Hello").path("id").asText();
    String beyond = "9999" + here.substring(here.indexOf('-'));
    try (LiveSocket live = open()) {
      live.sendText(frame.formatted(other).replace('\'', '"'));
      assertThat(Seen.error(live)).isEqualTo("INVALID_CURSOR");
      live.sendText(frame.formatted(beyond).replace('\'', '"'));
      assertThat(Seen.error(live)).isEqualTo("INVALID_CURSOR");
    }
  }

  @Test
  void whatIsTooLongIsRefused() {
    try (LiveSocket live = open()) {
      live.send(Map.of("action", "chat-send", "text", "x".repeat(4_001)));
      assertThat(Seen.error(live)).isEqualTo("VALIDATION_ERROR");
      live.send(Map.of("action", "chat-send", "text", "x", "clientMessageId", "c".repeat(65)));
      assertThat(Seen.error(live)).isEqualTo("VALIDATION_ERROR");
      live.send(Map.of("action", "chat-send", "text", "x".repeat(24 * 1_024)));
      assertThat(Seen.error(live)).isEqualTo("PAYLOAD_TOO_LARGE");
    }
  }

  @Test
  void deepJsonAndBinaryFramesAreRefused() {
    try (LiveSocket live = open()) {
      live.sendText("{\"action\":\"ping\",\"deep\":" + "[".repeat(40) + "]".repeat(40) + "}");
      assertThat(Seen.error(live)).isEqualTo("PARSE_ERROR");
      live.sendBinary("{\"action\":\"ping\"}".getBytes(UTF_8));
      assertThat(Seen.error(live)).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
    }
  }

  @Test
  void messageLargerThanApiGatewayTakesEndsTheSocket() {
    try (LiveSocket live = open()) {
      live.sendText("{\"action\":\"ping\",\"much\":\"" + "x".repeat(129 * 1_024) + "\"}");

      assertThat(Seen.end(live)).isEqualTo("1009");
    }
  }

  @Test
  void sameClientMessageIdWithAnotherTextIsRefusedAndTellsNothingOfTheFirst() {
    try (LiveSocket live = open()) {
      live.send(Map.of("action", "chat-send", "text", "secret", "clientMessageId", "c-1"));
      live.next("ack");
      live.send(Map.of("action", "chat-send", "text", "guess", "clientMessageId", "c-1"));
      assertThat(Seen.error(live)).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }
  }

  @Test
  void tenthMalformedFrameEndsTheSocket() {
    try (LiveSocket live = open()) {
      for (int frame = 1; frame <= 9; frame++) {
        live.sendText("{\"action\":\"chat-dance\"}");
        assertThat(Seen.error(live)).isEqualTo("UNKNOWN_ACTION");
      }
      live.sendText("nonsense");

      assertThat(Seen.end(live)).isEqualTo("PARSE_ERROR, 4008 protocol-error reconnect, 1000");
    }
  }

  private LiveSocket open() {
    LiveSocket live = LiveSocket.byQuery(world.connect("here", "Ada"));
    live.next("welcome");
    return live;
  }
}
