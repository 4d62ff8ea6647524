package dev.baton.local.agent.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.core.run.Run;
import dev.baton.agent.core.run.RunState;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** No call of a model is cut off by the end of an invocation. A call and its reserve take 61 s. */
@ExtendWith(DynamoDbLocal.class)
final class DeadlineIT {
  private static final String READ =
      ScriptedModel.calls("{'id': 'toolu_1', 'name': 'toy-read', 'input': {'n': 1}}");

  @Test
  void callLimitThatNoInvocationHoldsIsRefusedBeforeAnyCall(DynamoDbClient client) {
    try (WorkWorld world = new WorkWorld(client).open()) {
      Run run = world.begin("Hello?");

      world.work(world.worker(), run, () -> 60_999);

      assertThat(world.types(run)).containsExactly("run_started", "error");
      assertThat(world.errors())
          .singleElement()
          .asString()
          .contains("60999 ms", "AGENT_CALL_LIMIT", "PT1M", "AGENT_RESERVE", "PT1S");
      world.assertFailed(run, "INTERNAL_ERROR");
    }
  }

  @Test
  void workerWhoseTimeWentIntoToolsHandsOverBeforeItsFirstTurn(DynamoDbClient client) {
    try (WorkWorld world = new WorkWorld(client).open("toy-delete")) {
      world.script.replies(
          ScriptedModel.calls("{'id': 'toolu_1', 'name': 'toy-delete', 'input': {'n': 1}}"),
          ScriptedModel.says("Gone."));
      Run run = world.begin("Delete.");
      world.work(run);
      world.answer(run, true);
      AtomicLong left = new AtomicLong(61_000);

      world.work(world.worker(), run, () -> left.getAndUpdate(now -> Math.min(now, 30_000)));

      assertThat(world.api.called()).hasSize(1);
      assertThat(world.run(run).state()).isEqualTo(RunState.HANDING_OVER);
      assertThat(world.script.requests(1, 0)).hasSize(1);

      world.work(run);
      assertThat(world.api.called()).hasSize(1);
      assertThat(world.last(run).text("type")).isEqualTo("done");
      world.assertGrammar();
    }
  }

  @Test
  void callIsNotRepeatedWhenNoTimeIsLeftForIt(DynamoDbClient client) {
    try (WorkWorld world = new WorkWorld(client).open("toy-read")) {
      world.script.replies(
          ScriptedModel.failing(READ, "'http': {'status': 529, 'times': 1}"),
          ScriptedModel.says("Never asked."));
      Run run = world.begin("Read.");

      world.work(world.worker(), run, () -> 61_000);

      assertThat(world.script.requests(1, 0)).hasSize(1);
      world.assertFailed(run, "MODEL_OVERLOADED");
    }
  }
}
