package dev.baton.agent;

import static dev.baton.agent.AgentBench.ADA;
import static dev.baton.agent.AgentBench.EVE;
import static dev.baton.agent.AgentBench.message;
import static dev.baton.agent.AgentBench.of;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.core.access.PassKind;
import dev.baton.agent.core.handoff.AgentHandoff;
import dev.baton.core.handoff.HandoffCheck;
import dev.baton.core.json.JsonObject;
import dev.baton.testkit.command.Answer;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Sessions and runs as commands make, show and end them. */
@ExtendWith(DynamoDbLocal.class)
class AgentCommandsIT {
  private final DynamoDbClient client;
  private final AgentBench bench;

  AgentCommandsIT(DynamoDbClient client) {
    this.client = client;
    this.bench = new AgentBench(client, Map.of());
  }

  @Test
  void startHandsOffToTheStreamOfAPendingSession() {
    Answer started = bench.call("agent-start", ADA, "{}");

    assertThat(started.text("endpoint"))
        .isEqualTo(
            "https://stream.baton.example/api/agent/stream?session_id="
                + started.sessionId()
                + "&after=0");
    assertThat(started.text()).contains("\"fallbackCommand\":\"agent-poll\"");
    assertThat(started.text()).contains("\"consumable\":false");
    assertThat(HandoffCheck.of(started.data(), AgentHandoff.DEFINITION, bench.now())).isEmpty();
    assertThat(bench.wiring().tickets().find(PassKind.TICKET, started.sessionId(), started.token()))
        .isNotNull();
    JsonObject session = bench.call("agent-status", ADA, of(started.sessionId())).part("session");
    assertThat(session.write()).contains("\"state\":\"pending\"").contains("\"viewers\":0");
    assertThat(bench.started()).isEmpty();
  }

  @Test
  void promptOfTheStartIsTheFirstRun() {
    Answer started = bench.call("agent-start", ADA, "{\"prompt\":\"Hello\"}");
    String session = started.sessionId();
    String run = Objects.requireNonNull(started.part("metadata").text("runId"));

    assertThat(started.text("endpoint")).endsWith("&run_id=" + run + "&after=0");
    assertThat(bench.started())
        .containsExactly("{\"session_id\":\"" + session + "\",\"run_id\":\"" + run + "\"}");
    assertThat(bench.timers()).containsExactly(run + " at(2026-01-15T10:01:00)");
    assertThat(bench.wiring().store().messages(session))
        .extracting(message -> message.content().write())
        .containsExactly("[{\"type\":\"text\",\"text\":\"Hello\"}]");
    assertThat(bench.call("agent-poll", ADA, of(session)).types()).containsExactly("run_started");
  }

  @Test
  void usualToolsAreThoseForAgentsThatChangeNothing() {
    String session = bench.call("agent-start", ADA, "{}").sessionId();
    String asked =
        bench.call("agent-start", ADA, "{\"tools\":[\"chat-*\",\"survey-list\"]}").sessionId();

    assertThat(tools(session)).containsExactly("chat-poll", "survey-list");
    assertThat(tools(asked)).containsExactly("chat-poll", "chat-send", "survey-list");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"agent-*", "key-list", "chat-connect", "afd-call", "survey-hidden", "nothing-*"})
  void patternsThatNoAgentMayHaveAreNamed(String pattern) {
    Answer refused = bench.call("agent-start", ADA, "{\"tools\":[\"chat-*\",\"" + pattern + "\"]}");

    assertThat(refused.code()).isEqualTo("VALIDATION_ERROR");
    assertThat(refused.text()).contains("tools[1]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"model\":\"other\"}",
        "{\"limits\":{\"turns\":101}}",
        "{\"limits\":{\"costUsd\":20.01}}",
        "{\"limits\":{\"costUsd\":0}}",
        "{\"limits\":{\"runTimeMs\":21600001}}",
        "{\"limits\":{\"toolOutputBytes\":262145}}",
        "{\"maxTokens\":32001}",
        "{\"thinkingBudget\":1023}",
        "{\"thinkingBudget\":4096}",
        "{\"thinkingBudget\":2048,\"maxTokens\":2048}",
        "{\"prompt\":\" \\n\\u00a0\"}",
        "{\"limt\":1}"
      })
  void whatIsNotAllowedIsInvalid(String input) {
    assertThat(bench.call("agent-start", ADA, input).code()).isEqualTo("VALIDATION_ERROR");
  }

  @Test
  void costOfAModelWithoutAPriceHasNoLimitAndIsNotTold() {
    String session = bench.start(ADA);
    String limits = "\"limits\":{\"costUsd\":1}}";

    Answer start = bench.call("agent-start", ADA, "{" + limits);
    Answer send =
        bench.call(
            "agent-send", ADA, "{\"sessionId\":\"" + session + "\",\"message\":\"Hi\"," + limits);
    bench.send(ADA, session);

    assertThat(start.code()).isEqualTo("VALIDATION_ERROR");
    assertThat(start.text()).contains("limits.costUsd", "nobody knows what the model costs");
    assertThat(send.code()).isEqualTo("VALIDATION_ERROR");
    assertThat(bench.call("agent-status", ADA, of(session)).text())
        .contains("\"usage\"")
        .doesNotContain("costUsd");
    assertThat(bench.call("agent-end", ADA, of(session)).text())
        .contains("\"usage\"")
        .doesNotContain("costUsd");
  }

  @Test
  void agentsWithoutApprovalsNeedAScopeOfTheirOwn() {
    bench.scope("agent-* chat-*");
    assertThat(bench.call("agent-start", ADA, "{\"approvals\":\"never\"}").code())
        .isEqualTo("FORBIDDEN");
    bench.scope("agent-* agent:unattended");
    assertThat(bench.call("agent-start", ADA, "{\"approvals\":\"never\"}").status()).isEqualTo(200);
  }

  @Test
  void unreadableCatalogueIsAFaultThatCanBeRepeated() {
    bench.breakCatalogue();
    assertThat(bench.call("agent-start", ADA, "{}", "k").code()).isEqualTo("SERVICE_UNAVAILABLE");
  }

  @Test
  void toolsOfRunsCommandNoAgents() {
    String session = bench.start(ADA);
    bench.sendHeaders(Map.of("x-baton-depth", "1"));

    assertThat(bench.call("agent-start", ADA, "{}").code()).isEqualTo("FORBIDDEN");
    assertThat(bench.call("agent-send", ADA, message(session, "Hi")).code()).isEqualTo("FORBIDDEN");
    assertThat(bench.call("agent-end", ADA, of(session)).code()).isEqualTo("FORBIDDEN");
  }

  @Test
  void repeatedStartIsTheSameSessionAndRunWithAFreshTicket() {
    String input = "{\"prompt\":\"Hello\",\"clientRequestId\":\"r-1\"}";
    Answer first = bench.call("agent-start", ADA, input);
    Answer again = bench.call("agent-start", ADA, input);
    Answer other =
        bench.call("agent-start", ADA, "{\"prompt\":\"Bye\",\"clientRequestId\":\"r-1\"}");

    assertThat(again.sessionId()).isEqualTo(first.sessionId());
    assertThat(again.part("metadata").text("runId"))
        .isEqualTo(first.part("metadata").text("runId"));
    assertThat(again.token()).isNotEqualTo(first.token());
    assertThat(other.code()).isEqualTo("CONFLICT");
    assertThat(bench.call("agent-start", EVE, input).sessionId()).isNotEqualTo(first.sessionId());
  }

  @Test
  void idempotencyKeyOfAStartGivesAFreshTicketToo() {
    Answer first = bench.call("agent-start", ADA, "{\"prompt\":\"Hello\"}", "k-1");
    Answer again = bench.call("agent-start", ADA, "{\"prompt\":\"Hello\"}", "k-1");

    assertThat(again.sessionId()).isEqualTo(first.sessionId());
    assertThat(again.token()).isNotEqualTo(first.token());
    assertThat(again.text()).contains("\"replayed\":true");
    assertThat(bench.wiring().tickets().find(PassKind.TICKET, first.sessionId(), first.token()))
        .isNull();
    assertThat(bench.started()).hasSize(1);
  }

  @Test
  void socketIsHandedOffWithTheSessionsOwnToken() {
    Answer started = bench.call("agent-start", ADA, "{\"transport\":\"websocket\"}");

    assertThat(started.text("endpoint"))
        .isEqualTo("wss://ws.baton.example/live?session=" + started.sessionId());
    assertThat(HandoffCheck.of(started.data(), AgentHandoff.DEFINITION, bench.now())).isEmpty();
    assertThat(
            Objects.requireNonNull(bench.wiring().store().session(started.sessionId())).sockets())
        .isTrue();
    bench.send(ADA, started.sessionId());
    assertThat(bench.call("agent-start", ADA, "{}").text("protocol")).isEqualTo("sse");
  }

  @Test
  void quotasOfSessionsAndRunsHold() {
    AgentBench small =
        new AgentBench(client, Map.of("BATON_SESSION_MAX_PER_OWNER", "3", "AGENT_MAX_RUNS", "2"));
    String first = small.start(ADA);
    String second = small.start(ADA);
    String third = small.start(ADA);
    assertThat(small.call("agent-start", ADA, "{}").code()).isEqualTo("QUOTA_EXCEEDED");

    String run = small.send(ADA, first);
    small.send(ADA, second);
    assertThat(small.call("agent-send", ADA, message(third, "Hi")).code())
        .isEqualTo("QUOTA_EXCEEDED");
    small.work(first, run);
    assertThat(small.call("agent-send", ADA, message(third, "Hi")).status()).isEqualTo(200);
  }

  @Test
  void handoffsAreLimitedByRate() {
    AgentBench slow = new AgentBench(client, Map.of("BATON_RATE_HANDOFF", "2/PT1M/2"));
    slow.start(ADA);
    slow.start(ADA);

    assertThat(slow.call("agent-start", ADA, "{\"tools\":[]}").code()).isEqualTo("RATE_LIMITED");
  }

  @Test
  void reconnectKillsUnusedTicketsAndNamesThePlace() {
    Answer started = bench.call("agent-start", ADA, "{\"prompt\":\"Hello\"}");
    String session = started.sessionId();
    Answer back =
        bench.call(
            "agent-reconnect", ADA, "{\"sessionId\":\"%s\",\"lastSeq\":1}".formatted(session));

    assertThat(back.text("endpoint")).endsWith("?session_id=" + session + "&after=1");
    assertThat(back.part("metadata").write()).contains("\"fromMessageId\":\"1\"");
    assertThat(bench.wiring().tickets().find(PassKind.TICKET, session, started.token())).isNull();
    assertThat(bench.wiring().tickets().find(PassKind.TICKET, session, back.token())).isNotNull();
    assertThat(
            bench
                .call(
                    "agent-reconnect",
                    ADA,
                    "{\"sessionId\":\"%s\",\"lastSeq\":2}".formatted(session))
                .code())
        .isEqualTo("VALIDATION_ERROR");
    assertThat(bench.started()).hasSize(1);
  }

  @Test
  void reconnectsOfAnHourRunOut() {
    AgentBench strict = new AgentBench(client, Map.of("AGENT_RECONNECT_RATE", "3/PT1H/3"));
    String session = strict.start(ADA);
    for (int attempt = 1; attempt <= 3; attempt++) {
      strict.call("agent-reconnect", ADA, of(session)).data();
    }

    assertThat(strict.call("agent-reconnect", ADA, of(session)).code()).isEqualTo("MAX_RECONNECTS");
  }

  @Test
  void endIsFinalRepeatableAndTakesEverythingWithIt() {
    Answer started = bench.call("agent-start", ADA, "{\"prompt\":\"Hello\"}");
    String session = started.sessionId();
    Answer ended = bench.call("agent-end", ADA, of(session));
    Answer again = bench.call("agent-end", ADA, of(session));

    assertThat(ended.text("state")).isEqualTo("closed");
    assertThat(ended.text()).contains("\"alreadyEnded\":false").contains("\"runs\":1");
    assertThat(again.text()).contains("\"alreadyEnded\":true");
    assertThat(again.text("closedAt")).isEqualTo(ended.text("closedAt"));
    assertThat(bench.call("agent-poll", ADA, of(session)).types())
        .containsExactly("run_started", "cancelled");
    assertThat(bench.call("agent-poll", ADA, of(session)).text()).contains("session_ended");
    assertThat(bench.wiring().tickets().find(PassKind.TICKET, session, started.token())).isNull();
    assertThat(bench.call("agent-send", ADA, message(session, "Hi")).code())
        .isEqualTo("SESSION_CLOSED");
    assertThat(bench.call("agent-reconnect", ADA, of(session)).code()).isEqualTo("SESSION_CLOSED");
  }

  @Test
  void sessionThatNobodyUsesExpires() {
    String session = bench.start(ADA);
    bench.pass(Duration.ofMinutes(5));

    assertThat(bench.call("agent-status", ADA, of(session)).part("session").text("state"))
        .isEqualTo("expired");
    assertThat(bench.call("agent-send", ADA, message(session, "Hi")).code())
        .isEqualTo("SESSION_EXPIRED");
  }

  @Test
  void activeSessionWithoutRunAndViewerIsSeenAsDisconnected() {
    String session = bench.start(ADA);
    String run = bench.send(ADA, session);
    bench.work(session, run);

    assertThat(bench.call("agent-status", ADA, of(session)).part("session").text("state"))
        .isEqualTo("disconnected");
  }

  @Test
  void noLogLineHoldsATokenOrAWord() {
    Answer started = bench.call("agent-start", ADA, "{\"prompt\":\"Secret words\"}");
    bench.call("agent-end", ADA, of(started.sessionId()));

    assertThat(bench.log())
        .isNotEmpty()
        .noneMatch(line -> line.contains(started.token()) || line.contains("Secret words"));
  }

  private List<String> tools(String session) {
    return Objects.requireNonNull(bench.wiring().store().session(session)).settings().tools();
  }
}
