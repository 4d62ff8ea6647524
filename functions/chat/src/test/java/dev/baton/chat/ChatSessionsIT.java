package dev.baton.chat;

import static dev.baton.chat.ChatBench.ADA;
import static dev.baton.chat.ChatBench.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.testkit.command.Answer;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Sessions as commands make, show, renew and end them. */
@ExtendWith(DynamoDbLocal.class)
class ChatSessionsIT {
  private static final String MISSING = "ses_AAAAAAAAAAAAAAAAAAAAAA";

  private final DynamoDbClient client;
  private final ChatBench bench;

  ChatSessionsIT(DynamoDbClient client) {
    this.client = client;
    this.bench = new ChatBench(client, Map.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"chat-status", "chat-disconnect", "chat-reconnect"})
  void foreignSessionIsAnsweredLikeAMissingOne(String command) {
    String session = bench.connect(ADA, "general");

    Answer foreign = bench.call(command, EVE, input(session));
    Answer missing = bench.call(command, EVE, input(MISSING));
    assertThat(foreign.text()).isEqualTo(missing.text());
    assertThat(foreign.code()).isEqualTo("SESSION_NOT_FOUND");
    assertThat(bench.call("chat-status", ADA, input(session)).data().text("state"))
        .isEqualTo("pending");
  }

  @Test
  void statusShowsStateDeadlinesAndCounters() {
    Answer handoff = connect("c-1");
    bench.attach(handoff);
    bench.say(EVE, "general", 1, 3);

    Answer status = bench.call("chat-status", ADA, input(handoff.sessionId()));
    assertThat(status.text())
        .contains("\"roomId\":\"general\",\"protocol\":\"websocket\",\"state\":\"active\"")
        .contains("\"expiresAt\":\"2026-01-15T10:30:00.000Z\"")
        .contains("\"reconnect\":{\"attempts\":0,\"maxAttempts\":5,\"remaining\":5}")
        .contains("\"lastMessageId\":\"3-0feae16d\",\"lastSeq\":3")
        .contains("\"metrics\":{\"messagesSent\":0,\"messagesReceived\":3}")
        .contains("\"name\":\"Ada\",\"state\":\"online\"");
    String brief =
        "{\"sessionId\":\"%s\",\"includeParticipants\":false}".formatted(handoff.sessionId());
    assertThat(bench.call("chat-status", ADA, brief).text()).doesNotContain("participants");
  }

  @Test
  void endIsFinalAndRepeatable() {
    String session = bench.connect(ADA, "general");
    bench.pass(Duration.ofSeconds(90));
    Answer ended =
        bench.call(
            "chat-disconnect",
            ADA,
            "{\"sessionId\":\"%s\",\"reason\":\"done\"}".formatted(session));
    bench.pass(Duration.ofSeconds(5));
    Answer again = bench.call("chat-disconnect", ADA, input(session));

    assertThat(ended.data().write())
        .contains("\"state\":\"closed\"")
        .contains("\"alreadyEnded\":false,\"summary\":{\"durationMs\":90000,\"messagesSent\":0}");
    assertThat(again.data().write())
        .isEqualTo(ended.data().write().replace("\"alreadyEnded\":false", "\"alreadyEnded\":true"));
    assertThat(bench.call("chat-status", ADA, input(session)).data().text("closeReason"))
        .isEqualTo("done");
    assertThat(bench.call("chat-reconnect", ADA, input(session)).code())
        .isEqualTo("SESSION_CLOSED");
  }

  @Test
  void clockEndsAHandoffThatNobodyUsed() {
    String session = bench.connect(ADA, "general");
    bench.pass(Duration.ofMinutes(5));

    assertThat(bench.call("chat-status", ADA, input(session)).data().text("state"))
        .isEqualTo("expired");
    assertThat(bench.call("chat-reconnect", ADA, input(session)).code())
        .isEqualTo("SESSION_EXPIRED");
    assertThat(bench.call("chat-disconnect", ADA, input(session)).text())
        .contains("\"state\":\"expired\"")
        .contains("\"alreadyEnded\":true");
  }

  @Test
  void reconnectsAreCountedAndRunOut() {
    String session = bench.connect(ADA, "general");
    for (int left = 4; left >= 0; left--) {
      assertThat(bench.call("chat-reconnect", ADA, input(session)).data().write())
          .contains("\"allowed\":" + (left > 0) + ",\"maxAttempts\":" + left);
    }

    assertThat(bench.call("chat-reconnect", ADA, input(session)).code())
        .isEqualTo("MAX_RECONNECTS");
  }

  @Test
  void reconnectCatchesUpFromTheMessageNamed() {
    bench.say(EVE, "general", 1, 2);
    String session = bench.connect(ADA, "general");
    bench.say(EVE, "general", 3, 6);

    assertThat(renew(session, "4-0feae16d").data().write())
        .contains(
            "\"catchUp\":{\"fromMessageId\":\"4-0feae16d\",\"lastMessageId\":\"6-0feae16d\",\"lastSeq\":6,\"missed\":2}");
    assertThat(renew(session, "7-0feae16d").code()).isEqualTo("INVALID_CURSOR");
    bench.pass(Duration.ofMinutes(1));
    assertThat(bench.call("chat-reconnect", ADA, input(session)).text())
        .contains("\"fromMessageId\":\"4-0feae16d\"")
        .contains("2 messages were missed and will be sent first.");
  }

  @Test
  void repeatedConnectIsAFreshTokenUntilTheFirstIsUsed() {
    Answer first = connect("c-1");
    Answer again = connect("c-1");
    bench.attach(again);
    Answer late = connect("c-1");

    assertThat(again.sessionId()).isEqualTo(first.sessionId());
    assertThat(again.data()).isNotEqualTo(first.data());
    assertThat(again.text()).contains("\"replayed\":true");
    assertThat(late.code()).isEqualTo("CONFLICT");
    assertThat(late.error().write()).contains("\"sessionId\":\"" + first.sessionId() + "\"");
  }

  @Test
  void tooManyLiveSessionsAreAQuota() {
    ChatBench small = new ChatBench(client, Map.of("BATON_SESSION_MAX_PER_OWNER", "2"));
    String first = small.connect(ADA, "general");
    small.connect(ADA, "other");

    Answer refused = small.call("chat-connect", ADA, "{\"roomId\":\"general\"}");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.code()).isEqualTo("QUOTA_EXCEEDED");
    small.call("chat-disconnect", ADA, input(first)).data();
    assertThat(small.call("chat-connect", ADA, "{\"roomId\":\"general\"}").status()).isEqualTo(200);
  }

  @Test
  void noLogLineHoldsAToken() {
    Answer handoff = connect("c-1");
    String token = handoff.text().replaceAll(".*\"token\":\"([A-Za-z0-9_-]{43})\".*", "$1");

    assertThat(token).hasSize(43);
    assertThat(bench.log()).isNotEmpty().noneMatch(line -> line.contains(token));
  }

  private Answer connect(String key) {
    return bench.call("chat-connect", ADA, "{\"roomId\":\"general\",\"nickname\":\"Ada\"}", key);
  }

  private Answer renew(String session, String lastMessageId) {
    return bench.call(
        "chat-reconnect",
        ADA,
        "{\"sessionId\":\"%s\",\"lastMessageId\":\"%s\"}".formatted(session, lastMessageId));
  }

  private static String input(String session) {
    return "{\"sessionId\":\"" + session + "\"}";
  }
}
