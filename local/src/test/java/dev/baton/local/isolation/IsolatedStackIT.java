package dev.baton.local.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.LocalStack;
import dev.baton.local.WholeStack;
import dev.baton.local.client.Commands;
import dev.baton.local.client.Simulator;
import dev.baton.local.kill.KillForm;
import dev.baton.local.live.LiveSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * One use of each domain while every function but the server runs from the zip that is deployed,
 * under AWS's runtime interface client.
 */
@TestInstance(Lifecycle.PER_CLASS)
final class IsolatedStackIT {
  private static final String USER = "isolated-1";

  private LocalStack stack;
  private Commands commands;

  @BeforeAll
  void start() throws Exception {
    stack = WholeStack.start(Map.of("BATON_ISOLATED", "true"));
    commands = new Commands(stack.apiUrl());
  }

  @AfterAll
  void stop() {
    assertThat(stack.access().refused()).isEmpty();
    stack.close();
    assertThat(processes()).as("processes after the end").isEmpty();
  }

  @Test
  void aParticipantIsHandedOverAndComesBack() {
    Simulator simulator = new Simulator(stack.graphUrl());
    simulator.put(
        "partner/999888777",
        Map.of("behaviour", "return", "after", "PT0.2S", "metadata", Map.of("level", 6)));
    commands.data("survey-import", KillForm.input("10"));

    simulator.opens(USER, "form.KILL");
    simulator.awaitHeard(USER, "Who are you?");
    simulator.writes(USER, "Ana");
    simulator.awaitHeard(USER, "Again?");

    assertThat(simulator.heard(USER))
        .containsExactly("Who are you?", "Please wait, Ana.", "Ended returned.", "Again?");
    JsonNode records =
        commands
            .data("survey-handoffs", Map.of("page_id", KillForm.PAGE, "user_id", USER))
            .path("records");
    assertThat(records).hasSize(1);
    assertThat(records.get(0).path("outcome").asText()).isEqualTo("returned");
    assertThat(processes()).isNotEmpty();
  }

  @Test
  void whatASocketSaysIsHeardByOthersAndByWhoPolls() {
    JsonNode ada = commands.data("chat-connect", Map.of("roomId", "isolated", "nickname", "Ada"));
    JsonNode bob = commands.data("chat-connect", Map.of("roomId", "isolated", "nickname", "Bob"));
    try (LiveSocket first = LiveSocket.byFrame(ada);
        LiveSocket second = LiveSocket.byFrame(bob)) {
      first.next("welcome");
      second.next("welcome");

      first.send(Map.of("action", "chat-send", "text", "Hello", "clientMessageId", "c-1"));

      assertThat(second.next("message").path("text").asText()).isEqualTo("Hello");
    }
    assertThat(commands.data("chat-poll", Map.of("roomId", "isolated")).path("messages"))
        .extracting(message -> message.path("text").asText())
        .containsExactly("Hello");
  }

  @Test
  void anAgentCallsACommandForItsOwner() {
    JsonNode handoff =
        commands.data(
            "agent-start",
            Map.of(
                "prompt",
                "/call chat-send {\"roomId\":\"agents\",\"text\":\"Here I am\"}",
                "tools",
                List.of("chat-send")));

    assertThat(events(handoff.path("credentials").path("sessionId").asText()))
        .extracting(event -> event.path("type").asText())
        .contains("tool_result")
        .endsWith("done");
    assertThat(commands.data("chat-poll", Map.of("roomId", "agents")).path("messages"))
        .extracting(message -> message.path("text").asText())
        .containsExactly("Here I am");
  }

  @Test
  void aBatchCallsCommandsAtOnce() {
    JsonNode results =
        commands
            .data(
                "afd-batch",
                Map.of(
                    "commands",
                    List.of(
                        Map.of("command", "survey-list", "input", Map.of()),
                        Map.of("command", "survey-list", "input", Map.of()),
                        Map.of("command", "key-list", "input", Map.of()),
                        Map.of("command", "chat-rooms", "input", Map.of()))))
            .path("results");

    assertThat(results).hasSize(4);
    assertThat(results)
        .allSatisfy(result ->
            assertThat(result.at("/result/success").asBoolean()).as("%s", result).isTrue());
  }

  private List<JsonNode> events(String session) {
    List<JsonNode> events = new ArrayList<>();
    JsonNode page;
    do {
      page =
          commands.data(
              "agent-poll", Map.of("sessionId", session, "after", events.size(), "waitMs", 5_000));
      page.path("events").forEach(events::add);
    } while (page.path("hasMore").asBoolean() || !page.path("terminal").asBoolean());
    return events;
  }

  /** The functions' processes that this JVM started. */
  private static List<String> processes() {
    return ProcessHandle.current()
        .children()
        .filter(ProcessHandle::isAlive)
        .map(child -> child.info().commandLine().orElse(""))
        .filter(line -> line.contains("runtime.api.client.AWSLambda"))
        .toList();
  }
}
