package dev.baton.local.agent.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.agent.core.run.Run;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@ExtendWith(DynamoDbLocal.class)
final class ThinkingIT {
  private static final String THOUGHTFUL_CALL =
      "{'blocks': [{'type': 'thinking', 'thinking': 'The room is lobby.', 'signature': 'sig-1'},"
          + "{'type': 'redacted_thinking', 'data': 'c2VjcmV0'},"
          + "{'type': 'tool_use', 'id': 'toolu_1', 'name': 'toy-read', 'input': {'n': 1}}]}";

  @Test
  void thoughtsAreShownAndGoBackToTheModelWithTheirSignature(DynamoDbClient client) {
    try (WorkWorld world = new WorkWorld(client).open(4_096, 2_048, "toy-read")) {
      world.script.replies(THOUGHTFUL_CALL, ScriptedModel.says("It is lobby."));
      Run run = world.begin("Which room?");

      world.work(run);

      assertThat(world.types(run))
          .containsExactly(
              "run_started",
              "turn_started",
              "thinking",
              "tool_call_delta",
              "tool_call",
              "tool_result",
              "turn_finished",
              "turn_started",
              "token",
              "turn_finished",
              "done");
      assertThat(world.events(run)).noneMatch(event -> event.write().contains("sig-1"));
      List<JsonNode> requests = world.script.requests(2, 0);
      assertThat(requests)
          .allSatisfy(request ->
              assertThat(request.path("body").path("thinking").toString())
                  .isEqualTo("{\"budget_tokens\":2048,\"type\":\"enabled\"}"));
      JsonNode answer = requests.get(1).path("body").path("messages").path(1).path("content");
      assertThat(answer.path(0).path("signature").asText()).isEqualTo("sig-1");
      assertThat(answer.path(0).path("thinking").asText()).isEqualTo("The room is lobby.");
      assertThat(answer.path(1).path("data").asText()).isEqualTo("c2VjcmV0");
      world.assertGoesOn();
    }
  }

  @Test
  void nobodyThinksUnlessTheSessionSaysSo(DynamoDbClient client) {
    try (WorkWorld world = new WorkWorld(client).open()) {
      world.script.replies(ScriptedModel.says("No."));
      world.work(world.begin("Hm?"));

      assertThat(world.script.requests(1, 0).getFirst().path("body").has("thinking")).isFalse();
    }
  }

  @Test
  void thoughtsOfACutAnswerAreForgotten(DynamoDbClient client) {
    try (WorkWorld world = new WorkWorld(client).open(4_096, 2_048)) {
      String reply =
          "{'blocks': [{'type': 'thinking', 'thinking': 'Long and deep.', 'signature': 'sig-1'},"
              + "{'type': 'text', 'text': 'Hello, you two, and all the others.'}]}";
      String cut = ScriptedModel.failing(reply, "'cut': {'after_frames': 9}");
      world.script.replies(cut, cut);
      Run run = world.begin("Hm?");

      world.work(run);

      assertThat(world.store.messages(WorkWorld.SESSION).getLast().content().write())
          .doesNotContain("thinking");
      world.assertFailed(run, "MODEL_STREAM_BROKEN");
    }
  }
}
