package dev.baton.core.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandError;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.time.UtcText;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Frames byte by byte, most of them from the worked exchange of spec §10. */
class ServerFrameTest {
  private static final JsonObject PLACE = JsonObject.builder().put("roomId", "general").build();
  private static final WayBack WAY = new WayBack("chat-connect", "chat-reconnect");

  @Test
  void welcome() {
    ServerFrame frame =
        new ServerFrame.Welcome(
            "ses_4kq0Zt1mB7cX2vNn8aYwPg",
            PLACE,
            "p_b1c9e07a54d2",
            "Ada",
            "41-0feae16d",
            41,
            List.of(new PresentParticipant("p_b1c9e07a54d2", "Ada", "online")),
            300_000,
            instant("2026-01-15T12:00:10.000Z"));

    assertThat(frame.toJson().write())
        .isEqualTo(
            """
            {"type":"welcome","sessionId":"ses_4kq0Zt1mB7cX2vNn8aYwPg","roomId":"general",\
            "participantId":"p_b1c9e07a54d2","nickname":"Ada","lastMessageId":"41-0feae16d",\
            "lastSeq":41,"participants":[{"id":"p_b1c9e07a54d2","name":"Ada","state":"online"}],\
            "heartbeatMs":300000,"connectionExpiresAt":"2026-01-15T12:00:10.000Z"}\
            """);
  }

  @Test
  void history() {
    ServerFrame frame =
        new ServerFrame.History(PLACE, List.of(PLACE), false, "43-0feae16d", 43, null);

    assertThat(frame.toJson().write())
        .isEqualTo(
            """
            {"type":"history","roomId":"general","messages":[{"roomId":"general"}],\
            "hasMore":false,"lastMessageId":"43-0feae16d","lastSeq":43}\
            """);
  }

  @Test
  void closed() {
    ServerFrame frame = new ServerFrame.Closed(CloseReason.SESSION_CLOSED, WAY);

    assertThat(frame.toJson().write())
        .isEqualTo(
            """
            {"type":"closed","code":4005,"reason":"session-closed",\
            "message":"The session was closed by its owner.","reconnect":false,\
            "suggestion":"Call chat-connect for a new session."}\
            """);
  }

  @ParameterizedTest
  @EnumSource
  void everyCloseSaysWhatToDoNext(CloseReason reason) {
    assertThat(reason.code()).isBetween(4000, 4008);
    assertThat(reason.message()).endsWith(".");
    assertThat(reason.suggestion(WAY)).endsWith(".");
    assertThat(reason.reconnect())
        .as("the suggestion names the command that helps")
        .isEqualTo(reason.suggestion(WAY).contains("chat-reconnect"));
  }

  @Test
  void theRest() {
    long at = instant("2026-01-15T10:00:00.000Z");
    assertThat(new ServerFrame.Presence("away", "p_1", "Ada").toJson().write())
        .isEqualTo(
            "{\"type\":\"presence\",\"event\":\"away\","
                + "\"participant\":{\"id\":\"p_1\",\"name\":\"Ada\"}}");
    assertThat(new ServerFrame.PresenceList(List.of(), "r").toJson().write())
        .isEqualTo("{\"type\":\"presence\",\"event\":\"list\",\"participants\":[],\"ref\":\"r\"}");
    assertThat(new ServerFrame.Pong(at, null).toJson().write())
        .isEqualTo("{\"type\":\"pong\",\"timestamp\":\"2026-01-15T10:00:00.000Z\"}");
    assertThat(new ServerFrame.TokenRefresh("t", at, "wss://h/live").toJson().write())
        .isEqualTo(
            "{\"type\":\"token_refresh\",\"token\":\"t\",\"expiresAt\":\"2026-01-15T10:00:00.000Z\","
                + "\"endpoint\":\"wss://h/live\",\"reason\":\"connection-limit\"}");
    assertThat(new ServerFrame.SessionExpiring("idle", at).toJson().write())
        .isEqualTo(
            "{\"type\":\"session-expiring\",\"reason\":\"idle\","
                + "\"expiresAt\":\"2026-01-15T10:00:00.000Z\"}");
    CommandError error =
        new CommandError(ErrorCodes.RATE_LIMITED, "Too fast.", "Wait.", JsonObject.EMPTY);
    assertThat(new ServerFrame.Refusal(error, "chat-send", "r1").toJson().write())
        .isEqualTo(
            "{\"type\":\"error\",\"code\":\"RATE_LIMITED\",\"message\":\"Too fast.\","
                + "\"suggestion\":\"Wait.\",\"retryable\":true,\"action\":\"chat-send\",\"ref\":\"r1\"}");
  }

  private static long instant(String text) {
    return Objects.requireNonNull(UtcText.read(text));
  }
}
