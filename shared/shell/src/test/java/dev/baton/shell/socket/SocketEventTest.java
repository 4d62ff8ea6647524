package dev.baton.shell.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.shell.json.JsonReader;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SocketEventTest {
  private static final JsonReader READER = JsonReader.keepingDuplicates(20);

  @Test
  void anUpgradeHasHeadersAndQuery() {
    SocketEvent event =
        read(
            """
            {"headers":{"Host":"x","Origin":"https://a"},
             "queryStringParameters":{"session":"ses_1","token":"t"},
             "requestContext":{"routeKey":"$connect","eventType":"CONNECT","connectionId":"c1=",
              "connectedAt":1768471210000,"requestId":"r1",
              "identity":{"sourceIp":"192.0.2.7","userAgent":"ws"}},"isBase64Encoded":false}
            """);

    assertThat(event)
        .isEqualTo(
            new SocketEvent(
                "$connect",
                "c1=",
                1_768_471_210_000L,
                "r1",
                "192.0.2.7",
                "ws",
                Map.of("host", "x", "origin", "https://a"),
                Map.of("session", "ses_1", "token", "t"),
                "",
                false));
    assertThat(event.header("ORIGIN")).isEqualTo("https://a");
    assertThat(event.header("cookie")).isNull();
  }

  @Test
  void aFrameHasABody() {
    SocketEvent event =
        read(
            """
            {"requestContext":{"routeKey":"$default","connectionId":"c1"},"body":"{\\"ä\\":1}"}
            """);

    assertThat(event.body()).isEqualTo("{\"ä\":1}");
    assertThat(event.size()).isEqualTo(8);
    assertThat(event.userAgent()).isEmpty();
  }

  @Test
  void aBinaryFrameIsNotRead() {
    SocketEvent event =
        read(
            """
            {"requestContext":{"routeKey":"$default","connectionId":"c1"},
             "body":"AAEC","isBase64Encoded":true}
            """);

    assertThat(event.binary()).isTrue();
    assertThat(event.body()).isEmpty();
  }

  @Test
  void whatIsNoSocketEventIsAFault() {
    assertThatThrownBy(() -> read("{}")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> read("{\"requestContext\":{\"routeKey\":\"$connect\"}}"))
        .hasMessageContaining("connectionId");
  }

  private static SocketEvent read(String event) {
    return SocketEvent.of(READER.readOwn(event));
  }
}
