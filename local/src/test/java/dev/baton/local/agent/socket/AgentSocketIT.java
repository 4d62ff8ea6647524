package dev.baton.local.agent.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.LocalStack;
import dev.baton.local.WholeStack;
import dev.baton.local.client.Commands;
import dev.baton.local.live.LiveSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What a socket of an agent session sees and does. */
@TestInstance(Lifecycle.PER_CLASS)
final class AgentSocketIT {
  private LocalStack stack;
  private Commands commands;

  @BeforeAll
  void start() throws Exception {
    stack = WholeStack.start(Map.of("BATON_API_KEY", "dev,stranger"));
    commands = new Commands(stack.apiUrl());
  }

  @AfterAll
  void stop() {
    stack.close();
  }

  @Test
  void aSocketSeesARunAsTheLogHasIt() {
    JsonNode handoff = handoff(Map.of());
    try (AgentSocket socket = AgentSocket.open(handoff, 0)) {
      JsonNode reply =
          socket.ask(Map.of("action", "agent-prompt", "message", "/say 40", "request_id", "r-1"));
      assertThat(reply.path("ok").asBoolean()).as("%s", reply).isTrue();
      assertThat(reply.path("request_id").asText()).isEqualTo("r-1");
      assertThat(reply.path("data").path("run_id").asText()).startsWith("run_");

      assertThat(socket.untilTheEnd().events()).isEqualTo(log(handoff));
    }
  }

  @Test
  void whoSubscribesBehindAnyEventGetsTheRest() {
    JsonNode handoff = handoff(Map.of("prompt", "/say 5"));
    List<JsonNode> whole;
    try (AgentSocket first = AgentSocket.open(handoff, 0)) {
      first.subscribe();
      whole = first.untilTheEnd().events();
    }
    assertThat(whole).isEqualTo(log(handoff));
    for (int after = 0; after < whole.size(); after++) {
      try (AgentSocket socket = AgentSocket.open(reconnected(handoff), after)) {
        assertThat(socket.subscribe().path("data").path("after").asInt()).isEqualTo(after);
        assertThat(socket.untilTheEnd().events())
            .as("behind event %d", after)
            .isEqualTo(whole.subList(after, whole.size()));
      }
    }
  }

  @Test
  void whoIsCutInTheMiddleComesBackAndMissesNothing() {
    JsonNode handoff = handoff(Map.of("prompt", "/slow 20\n/say 200"));
    List<JsonNode> seen = new ArrayList<>();
    AgentSocket socket = AgentSocket.open(handoff, 0);
    socket.subscribe();
    for (int cut = 1; cut <= 4; cut++) {
      seen.addAll(socket.next(2));
      socket.drop();
      socket = AgentSocket.open(reconnected(handoff), seen.getLast().path("seq").asLong());
      socket.subscribe();
    }
    try (AgentSocket last = socket) {
      seen.addAll(last.untilTheEnd().events());
    }

    assertThat(seen).isEqualTo(log(handoff));
  }

  @Test
  void aPromptCountsOnceAndNoneInterruptsAnother() {
    JsonNode handoff = handoff(Map.of());
    Map<String, String> slow =
        Map.of("action", "agent-prompt", "message", "/slow 50\n/say 200", "request_id", "r-1");
    try (AgentSocket socket = AgentSocket.open(handoff, 0)) {
      String run = socket.ask(slow).path("data").path("run_id").asText();
      assertThat(socket.ask(slow).path("data").path("run_id").asText()).isEqualTo(run);
      JsonNode busy =
          socket.ask(Map.of("action", "agent-prompt", "message", "And?", "request_id", "r-2"));
      assertThat(busy.path("ok").asBoolean()).isFalse();
      assertThat(busy.path("request_id").asText()).isEqualTo("r-2");
      assertThat(busy.path("error").path("code").asText()).isEqualTo("CONFLICT");
      assertThat(busy.path("error").path("details").path("runId").asText()).isEqualTo(run);

      JsonNode cancelled =
          socket.ask(Map.of("action", "agent-cancel", "run_id", run, "request_id", "r-3"));
      assertThat(cancelled.path("data").path("accepted").asBoolean()).as("%s", cancelled).isTrue();
      assertThat(socket.untilTheEnd().events().getLast().path("type").asText())
          .isEqualTo("cancelled");
    }
    assertThat(log(handoff).getLast().path("reason").asText()).isEqualTo("owner");
  }

  @Test
  void aPersonAllowsACallOnTheSocket() {
    JsonNode handoff = handoff(Map.of("tools", List.of("chat-*"), "approvals", "all"));
    try (AgentSocket socket = AgentSocket.open(handoff, 0)) {
      socket.ask(
          Map.of(
              "action", "agent-prompt",
              "message", "/call chat-send {\"roomId\":\"socket-room\",\"text\":\"Hello\"}"));
      JsonNode question = socket.until("approval_required");
      JsonNode reply =
          socket.ask(
              Map.of(
                  "action",
                  "agent-approve",
                  "approval_id",
                  question.path("approval_id").asText(),
                  "approved",
                  true));
      assertThat(reply.path("ok").asBoolean()).as("%s", reply).isTrue();
      assertThat(socket.untilTheEnd().events().getLast().path("type").asText()).isEqualTo("done");
    }
    JsonNode messages =
        commands.data("chat-poll", Map.of("roomId", "socket-room")).path("messages");
    assertThat(messages).hasSize(1);
  }

  @Test
  void whatCannotBeDoneIsSaidAndTheSocketStays() {
    JsonNode handoff = handoff(Map.of());
    try (AgentSocket socket = AgentSocket.open(handoff, 0)) {
      assertCode(socket, "VALIDATION_ERROR", Map.of("action", "agent-subscribe", "after", 7));
      assertCode(socket, "VALIDATION_ERROR", Map.of("action", "agent-subscribe", "after", -1));
      assertCode(socket, "VALIDATION_ERROR", Map.of("action", "agent-prompt"));
      assertCode(socket, "VALIDATION_ERROR", Map.of("action", "agent-prompt", "message", " \n"));
      assertCode(
          socket, "VALIDATION_ERROR", Map.of("action", "agent-prompt", "message", "a", "x", 1));
      assertCode(
          socket,
          "VALIDATION_ERROR",
          Map.of("action", "agent-subscribe", "session_id", "ses_4kq0Zt1mB7cX2vNn8aYwPg"));
      assertCode(
          socket,
          "NOT_FOUND",
          Map.of("action", "agent-approve", "approval_id", "apr_1", "approved", true));
      assertCode(socket, "UNKNOWN_ACTION", Map.of("action", "chat-presence"));
      assertThat(socket.subscribe().path("ok").asBoolean()).isTrue();
    }
  }

  @Test
  void aSocketDoesNoMoreThanTheKeyThatMadeIt() {
    JsonNode key =
        commands.data(
            "key-create", Map.of("scopes", List.of("agent-start", "agent-poll"), "label", "eye"));
    Commands watcher = new Commands(stack.apiUrl(), key.path("key").asText());
    JsonNode handoff = watcher.data("agent-start", Map.of("transport", "websocket"));
    try (AgentSocket socket = AgentSocket.open(handoff, 0)) {
      assertCode(socket, "FORBIDDEN", Map.of("action", "agent-prompt", "message", "Hello"));
      assertCode(socket, "FORBIDDEN", Map.of("action", "agent-cancel"));
      assertThat(socket.subscribe().path("ok").asBoolean()).isTrue();
    }
  }

  @Test
  void aSocketOfAnotherDomainHasNoAgent() {
    JsonNode handoff = commands.data("chat-connect", Map.of("roomId", "no-agent"));
    try (LiveSocket socket = LiveSocket.byFrame(handoff)) {
      socket.next("welcome");
      socket.send(Map.of("action", "agent-subscribe"));
      assertThat(socket.next("error").path("code").asText()).isEqualTo("UNKNOWN_ACTION");
    }
  }

  private static void assertCode(AgentSocket socket, String code, Map<String, ?> frame) {
    JsonNode answer = socket.ask(frame);
    String said =
        answer.path("type").asText().equals("reply")
            ? answer.path("error").path("code").asText()
            : answer.path("code").asText();
    assertThat(said).as("%s -> %s", frame, answer).isEqualTo(code);
  }

  private JsonNode handoff(Map<String, ?> more) {
    Map<String, Object> input = new HashMap<>(more);
    input.put("transport", "websocket");
    return commands.data("agent-start", input);
  }

  private JsonNode reconnected(JsonNode handoff) {
    return commands.data(
        "agent-reconnect", Map.of("sessionId", session(handoff), "transport", "websocket"));
  }

  private List<JsonNode> log(JsonNode handoff) {
    List<JsonNode> events = new ArrayList<>();
    JsonNode page;
    do {
      page =
          commands.data(
              "agent-poll",
              Map.of("sessionId", session(handoff), "after", events.size(), "waitMs", 2_000));
      page.path("events").forEach(events::add);
    } while (page.path("hasMore").asBoolean() || !page.path("terminal").asBoolean());
    return events;
  }

  private static String session(JsonNode handoff) {
    return handoff.path("credentials").path("sessionId").asText();
  }
}
