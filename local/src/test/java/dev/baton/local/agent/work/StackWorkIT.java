package dev.baton.local.agent.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.agent.core.conversation.Message;
import dev.baton.agent.core.model.ModelRequest;
import dev.baton.agent.core.session.AgentSettings;
import dev.baton.agent.core.session.ApprovalPolicy;
import dev.baton.agent.work.model.AnthropicModel;
import dev.baton.agent.work.model.ModelCall;
import dev.baton.agent.work.model.ModelNews;
import dev.baton.local.LocalStack;
import dev.baton.local.WholeStack;
import dev.baton.local.client.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The worker as it is deployed: its template, its credential at the real API, its successors. */
final class StackWorkIT {
  private static final String KEY = "stand-in";
  private static final Path TEMPLATE = Path.of("../template.yaml");
  private static final String POLL =
      "{'delay_ms': 100, 'blocks': [{'type': 'tool_use', 'id': 'toolu_%d', 'name': 'chat-poll',"
          + " 'input': {'roomId': 'lobby'}}]}";

  @Test
  void commandsAreCalledThroughTheApiAsTheOwner() throws Exception {
    try (LocalStack stack = start(TEMPLATE, Map.of())) {
      Commands commands = new Commands(stack.apiUrl());
      commands.data("chat-connect", Map.of("roomId", "lobby", "nickname", "ada"));
      new ScriptedModel(stack.modelUrl(), KEY)
          .replies(
              POLL.formatted(1),
              ScriptedModel.calls(
                  "{'id': 'toolu_8', 'name': 'key-create', 'input': {}}",
                  "{'id': 'toolu_9', 'name': 'chat-poll', 'input': {'roomId': 5}}"),
              ScriptedModel.says("That is all."));

      List<JsonNode> events = run(commands);

      assertThat(results(events))
          .extracting(result -> result.path("code").asText())
          .containsExactlyInAnyOrder("", "TOOL_NOT_ALLOWED", "VALIDATION_ERROR");
      assertThat(results(events).getFirst().path("result").path("messages").isArray()).isTrue();
      assertThat(events.getLast().path("type").asText()).isEqualTo("done");
    }
  }

  @Test
  @DisabledIfSystemProperty(
      named = "baton.isolated",
      matches = "true",
      disabledReason = "Its template is a copy without zips, and its worker's 11 s are a start's.")
  void longRunsPassFromWorkerToWorker(@TempDir Path folder) throws Exception {
    Map<String, String> times = Map.of("AGENT_CALL_LIMIT", "PT3S", "AGENT_RESERVE", "PT5S");
    try (LocalStack stack = start(withTimeout(folder, 11), times)) {
      Commands commands = new Commands(stack.apiUrl());
      commands.data("chat-connect", Map.of("roomId", "lobby", "nickname", "ada"));
      ScriptedModel model = new ScriptedModel(stack.modelUrl(), KEY);
      loadSdk(stack.modelUrl());
      List<String> replies = new ArrayList<>();
      for (int turn = 1; turn <= 12; turn++) {
        replies.add(POLL.formatted(turn).replace("'delay_ms': 100", "'delay_ms': 200"));
      }
      replies.add(ScriptedModel.says("That is all."));
      model.replies(replies.toArray(String[]::new));

      List<JsonNode> events = run(commands);

      assertThat(results(events)).hasSize(12);
      assertThat(events).filteredOn(event -> type(event).equals("run_resumed")).isNotEmpty();
      assertThat(events.stream().map(StackWorkIT::type).toList())
          .endsWith("turn_finished", "done")
          .filteredOn(type -> type.equals("done") || type.equals("error"))
          .hasSize(1);
      assertThat(stack.calls("AgentWorkFunction")).isGreaterThan(2);
    }
  }

  /** The first call of a process loads the model's SDK, which may take more than a worker has. */
  private static void loadSdk(String url) throws InterruptedException {
    Duration minute = Duration.ofMinutes(1);
    ModelRequest request =
        ModelRequest.of(
            "claude",
            new AgentSettings(
                "claude", null, 10, null, List.of(), ApprovalPolicy.NEVER, WorkWorld.LIMITS, url),
            List.of(),
            List.of(Message.said(1, "Hello", "run_0")));
    try (ModelCall call = new AnthropicModel(url, "other", minute, minute).begin(request)) {
      ModelNews news = call.next(60_000);
      while (news instanceof ModelNews.Event) {
        news = call.next(60_000);
      }
    }
  }

  /** Begins a run and reads its events until it has ended. */
  private static List<JsonNode> run(Commands commands) {
    JsonNode started =
        commands.data(
            "agent-start", Map.of("prompt", "Look around.", "tools", List.of("chat-poll")));
    String session = started.path("credentials").path("sessionId").asText();
    List<JsonNode> events = new ArrayList<>();
    boolean terminal = false;
    while (!terminal) {
      JsonNode page =
          commands.data(
              "agent-poll",
              Map.of("sessionId", session, "after", events.size(), "limit", 500, "waitMs", 20_000));
      page.path("events").forEach(events::add);
      terminal = page.path("terminal").asBoolean() && !page.path("hasMore").asBoolean();
    }
    return events;
  }

  private static List<JsonNode> results(List<JsonNode> events) {
    return events.stream().filter(event -> type(event).equals("tool_result")).toList();
  }

  private static String type(JsonNode event) {
    return event.path("type").asText();
  }

  private static LocalStack start(Path template, Map<String, String> variables) throws Exception {
    return LocalStack.start(WholeStack.settings(variables).withTemplate(template));
  }

  private static Path withTimeout(Path folder, int seconds) throws IOException {
    String text = Files.readString(TEMPLATE);
    int worker = text.indexOf("  AgentWorkFunction:");
    String before = text.substring(0, worker);
    String after = text.substring(worker).replaceFirst("Timeout: 900", "Timeout: " + seconds);
    return Files.writeString(folder.resolve("template.yaml"), before + after);
  }
}
