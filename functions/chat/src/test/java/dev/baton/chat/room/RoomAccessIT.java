package dev.baton.chat.room;

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
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Who may enter which room. Source: command specification, section 7.3. */
@ExtendWith(DynamoDbLocal.class)
class RoomAccessIT {
  private final DynamoDbClient client;

  RoomAccessIT(DynamoDbClient client) {
    this.client = client;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "chat-connect | {\"roomId\":\"private-club\"}",
        "chat-send | {\"roomId\":\"private-club\",\"text\":\"Hello\"}",
        "chat-poll | {\"roomId\":\"private-club\"}"
      })
  void roomThatIsNotForYouIsLikeNone(String command, String input) {
    ChatBench bench = new ChatBench(client, Map.of());
    Answer missing = bench.call(command, EVE, input);
    bench.allow("private-club", ADA);
    Answer foreign = bench.call(command, EVE, input);

    assertThat(missing.code()).isEqualTo("ROOM_NOT_FOUND");
    assertThat(foreign.error()).isEqualTo(missing.error());
    assertThat(bench.call(command, ADA, input).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"chat-connect", "chat-send"})
  void openRoomsComeIntoBeingOnlyWhereTheyMay(String command) {
    String input =
        command.equals("chat-send")
            ? "{\"roomId\":\"lobby\",\"text\":\"Hello\"}"
            : "{\"roomId\":\"lobby\"}";
    ChatBench strict = new ChatBench(client, Map.of("BATON_CHAT_AUTO_CREATE", "false"));

    assertThat(strict.call(command, ADA, input).code()).isEqualTo("ROOM_NOT_FOUND");
    assertThat(new ChatBench(client, Map.of()).call(command, ADA, input).status()).isEqualTo(200);
  }

  @Test
  void fullRoomTakesNobodyButThoseWhoAreInIt() {
    ChatBench bench = new ChatBench(client, Map.of("BATON_CHAT_MAX_PARTICIPANTS", "1"));
    bench.attach(bench.call("chat-connect", ADA, "{\"roomId\":\"general\"}"));

    Answer full = bench.call("chat-connect", EVE, "{\"roomId\":\"general\"}");
    assertThat(full.status()).isEqualTo(409);
    assertThat(full.code()).isEqualTo("ROOM_FULL");
    assertThat(bench.call("chat-connect", ADA, "{\"roomId\":\"general\"}").status()).isEqualTo(200);
  }

  @Test
  void withdrawnAccessEndsTheSession() {
    ChatBench bench = new ChatBench(client, Map.of());
    bench.allow("private-club", ADA, EVE);
    String session = bench.connect(EVE, "private-club");
    bench.allow("private-club", ADA);

    String input = "{\"sessionId\":\"" + session + "\"}";
    assertThat(bench.call("chat-reconnect", EVE, input).code()).isEqualTo("ROOM_NOT_FOUND");
    assertThat(bench.call("chat-status", EVE, input).text())
        .contains("\"state\":\"closed\"")
        .contains("\"closeReason\":\"access-withdrawn\"");
  }
}
