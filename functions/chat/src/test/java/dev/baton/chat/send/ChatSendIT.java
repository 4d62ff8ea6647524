package dev.baton.chat.send;

import static dev.baton.chat.ChatBench.ADA;
import static dev.baton.chat.ChatBench.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.chat.ChatBench;
import dev.baton.testkit.command.Answer;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@ExtendWith(DynamoDbLocal.class)
class ChatSendIT {
  private final ChatBench bench;

  ChatSendIT(DynamoDbClient client) {
    this.bench = new ChatBench(client, Map.of());
  }

  @Test
  void repeatedMessageIsStoredOnce() {
    Answer first = send(ADA, "Hello", "c-1");
    Answer again = send(ADA, "Hello", "c-1");

    assertThat(first.text()).contains("\"duplicate\":false");
    assertThat(again.data().write())
        .isEqualTo(first.data().write().replace("\"duplicate\":false", "\"duplicate\":true"));
    assertThat(send(ADA, "Other", "c-1").code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    assertThat(send(EVE, "Other", "c-1").number("seq")).isEqualTo(2);
  }

  @Test
  void senderIsCalledAsTheLatestConnectSaid() {
    String unknown = send(ADA, "One", "1").data().text("sender");
    bench.call("chat-connect", ADA, "{\"roomId\":\"general\",\"nickname\":\"Ada\"}").data();
    String named = send(ADA, "Two", "2").data().text("sender");
    bench.call("chat-connect", ADA, "{\"roomId\":\"general\",\"nickname\":\"Countess\"}").data();
    Answer renamed = send(ADA, "Three", "3");

    String senderId = renamed.data().text("senderId");
    assertThat(senderId).matches("p_[0-9a-f]{12}");
    assertThat(unknown).isEqualTo("guest-" + String.valueOf(senderId).substring(2, 6));
    assertThat(named).isEqualTo("Ada");
    assertThat(renamed.data().text("sender")).isEqualTo("Countess");
    assertThat(renamed.text()).doesNotContain("\"ada\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\\t\\n ", "\\u00a0\\u2003", "\\u0007bell", "\\r\\n"})
  void textsThatSayNothingAreRefused(String text) {
    assertThat(send(ADA, text, "c-1").code()).isEqualTo("VALIDATION_ERROR");
  }

  @Test
  void longestTextIsStoredAsGiven() {
    String longest = " \uD83D\uDE00" + "\uD83D\uDE00".repeat(3_997) + " ";

    assertThat(send(ADA, longest, "c-1").data().text("text")).isEqualTo(longest);
    assertThat(send(ADA, longest + "x", "c-2").code()).isEqualTo("VALIDATION_ERROR");
  }

  private Answer send(String owner, String text, String clientMessageId) {
    return bench.call(
        "chat-send",
        owner,
        "{\"roomId\":\"general\",\"text\":\"%s\",\"clientMessageId\":\"%s\"}"
            .formatted(text, clientMessageId));
  }
}
