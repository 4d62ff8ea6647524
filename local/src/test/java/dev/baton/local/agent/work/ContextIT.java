package dev.baton.local.agent.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.agent.core.run.Run;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Conversations that grow into the end of a model's window. */
@ExtendWith(DynamoDbLocal.class)
final class ContextIT {
  private static final String WINDOW =
      "{\"claude-sonnet-4-5\":{\"context\":10000,\"input\":3,\"output\":15}}";

  private static String call(int number, int read) {
    String call = "{'id': 'toolu_%d', 'name': 'toy-read', 'input': {'n': 1}}".formatted(number);
    return ScriptedModel.using(ScriptedModel.calls(call), read, 20);
  }

  private static WorkWorld world(DynamoDbClient client) {
    WorkWorld world = new WorkWorld(client).open("toy-read");
    world.models(WINDOW);
    world.api.answers(command -> "{\"success\":true,\"data\":\"" + "x".repeat(2_000) + "\"}");
    return world;
  }

  private static int removed(JsonNode request) {
    return request.path("body").toString().split("\\[removed, 2002 bytes]", -1).length - 1;
  }

  @Test
  void oldestResultsMakeRoomAndStayAway(DynamoDbClient client) {
    try (WorkWorld world = world(client)) {
      world.script.replies(
          call(1, 1_000),
          call(2, 2_000),
          call(3, 8_100),
          call(4, 7_000),
          ScriptedModel.says("Enough."));
      Run run = world.begin("Read on.");

      world.work(run);

      List<JsonNode> requests = world.script.requests(5, 0);
      assertThat(requests).extracting(ContextIT::removed).containsExactly(0, 0, 0, 1, 1);
      assertThat(world.last(run).text("type")).isEqualTo("done");
      assertThat(world.store.messages(WorkWorld.SESSION))
          .noneMatch(message -> message.content().write().contains("[removed"));
      world.assertGoesOn();
    }
  }

  @Test
  void whatDoesNotFitAnyMoreEndsTheRun(DynamoDbClient client) {
    try (WorkWorld world = world(client)) {
      world.script.replies(call(1, 9_501));
      Run run = world.begin("Read on.");

      world.work(run);

      assertThat(world.script.requests(1, 0)).hasSize(1);
      world.assertFailed(run, "CONTEXT_FULL");
    }
  }

  @Test
  void modelThatIsFullSaysSoItself(DynamoDbClient client) {
    try (WorkWorld world = world(client)) {
      world.script.replies(
          ScriptedModel.ending(ScriptedModel.says("Too"), "model_context_window_exceeded"));
      Run run = world.begin("Read on.");

      world.work(run);

      assertThat(world.text(run)).isEqualTo("Too");
      world.assertFailed(run, "CONTEXT_FULL");
    }
  }
}
