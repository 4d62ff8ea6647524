package dev.baton.local.agent.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.core.run.Run;
import dev.baton.agent.core.run.RunState;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@ExtendWith(DynamoDbLocal.class)
final class WorkIT {

  @Test
  void textOfAModelStandsInTheLogAndTheConversation(DynamoDbClient client) {
    try (WorkWorld world = new WorkWorld(client)) {
      world.open();
      world.script.replies(ScriptedModel.says("Hello, you two."));
      Run run = world.begin("Say hello.");

      world.work(run);

      assertThat(world.types(run))
          .containsExactly("run_started", "turn_started", "token", "turn_finished", "done");
      assertThat(world.text(run)).isEqualTo("Hello, you two.");
      assertThat(world.run(run).state()).isEqualTo(RunState.DONE);
      assertThat(world.store.messages(WorkWorld.SESSION))
          .extracting(message -> message.role())
          .containsExactly("user", "assistant");
      assertThat(world.errors()).isEmpty();
      world.assertGrammar();
    }
  }

  @Test
  void toolsAreCalledAndTheirResultsGoBackToTheModel(DynamoDbClient client) {
    try (WorkWorld world = new WorkWorld(client).open("toy-read", "toy-write")) {
      world.script.replies(
          ScriptedModel.calls(
              "{'id': 'toolu_1', 'name': 'toy-write', 'input': {'n': 1}}",
              "{'id': 'toolu_2', 'name': 'toy-read', 'input': {'n': 2}}"),
          ScriptedModel.says("Both done."));
      Run run = world.begin("Do both.");

      world.work(run);

      assertThat(world.types(run))
          .containsExactly(
              "run_started",
              "turn_started",
              "tool_call_delta",
              "tool_call",
              "tool_call_delta",
              "tool_call",
              "tool_result",
              "tool_result",
              "turn_finished",
              "turn_started",
              "token",
              "turn_finished",
              "done");
      assertThat(world.api.called()).containsExactly("toy-read toolu_2", "toy-write toolu_1");
      assertThat(
              world.script.requests(2, 0).get(1).path("body").path("messages").path(2).toString())
          .containsSubsequence("toolu_1", "toolu_2");
      assertThat(world.errors()).isEmpty();
      world.assertGrammar();
    }
  }

  @Test
  void numbersWithLargeExponentsDoNotEndTheConversation(DynamoDbClient client) {
    try (WorkWorld world = new WorkWorld(client).open("toy-read")) {
      String numbers = "[1e30, 1E-30, 1e99999999999, 123456789012345678901234567890, 7]";
      world.script.replies(
          ScriptedModel.calls(
              "{'id': 'toolu_1', 'name': 'toy-read', 'raw': '{\\\"n\\\": " + numbers + "}'}"),
          ScriptedModel.says("Done."));
      Run run = world.begin("Read it.");

      world.work(run);

      assertThat(world.last(run).text("type")).isEqualTo("done");
      assertThat(world.errors()).isEmpty();
    }
  }

  @Test
  void callsThatNeedAPersonWaitForOneAndASuccessorGoesOn(DynamoDbClient client) {
    try (WorkWorld world = new WorkWorld(client).open("toy-read", "toy-delete")) {
      world.script.replies(
          ScriptedModel.calls(
              "{'id': 'toolu_1', 'name': 'toy-delete', 'input': {'n': 1}}",
              "{'id': 'toolu_2', 'name': 'toy-read', 'input': {'n': 2}}"),
          ScriptedModel.says("Gone."));
      Run run = world.begin("Delete it.");
      world.work(run);
      assertThat(world.run(run).state()).isEqualTo(RunState.AWAITING_APPROVAL);
      assertThat(world.api.called()).containsExactly("toy-read toolu_2");

      world.answer(run, true);
      world.work(run);

      assertThat(world.run(run).state()).isEqualTo(RunState.DONE);
      assertThat(world.api.called()).containsExactly("toy-read toolu_2", "toy-delete toolu_1");
      assertThat(world.types(run))
          .containsSubsequence(
              "tool_result",
              "approval_required",
              "approval_resolved",
              "run_resumed",
              "tool_result",
              "turn_finished",
              "done");
      world.assertGrammar();
    }
  }

  @Test
  void refusedCallsAreDeniedToTheModel(DynamoDbClient client) {
    try (WorkWorld world = new WorkWorld(client).open("toy-delete")) {
      world.script.replies(
          ScriptedModel.calls("{'id': 'toolu_1', 'name': 'toy-delete', 'input': {'n': 1}}"),
          ScriptedModel.says("Not done."));
      Run run = world.begin("Delete it.");
      world.work(run);

      world.answer(run, false);
      world.work(run);

      assertThat(world.run(run).state()).isEqualTo(RunState.DONE);
      assertThat(world.api.called()).isEmpty();
      assertThat(world.events(run)).anyMatch(event -> "TOOL_DENIED".equals(event.text("code")));
      world.assertGrammar();
    }
  }

  @Test
  void whoeverHasNoTimeLeftHandsOverAndNothingIsDoneTwice(DynamoDbClient client) {
    try (WorkWorld world = new WorkWorld(client).open("toy-read")) {
      world.script.replies(
          ScriptedModel.calls("{'id': 'toolu_1', 'name': 'toy-read', 'input': {'n': 1}}"),
          ScriptedModel.calls("{'id': 'toolu_2', 'name': 'toy-read', 'input': {'n': 2}}"),
          ScriptedModel.says("Done."));
      Run run = world.begin("Read twice.");

      int workers = 0;
      while (!world.run(run).state().isTerminal()) {
        AtomicLong left = new AtomicLong(61_000);
        world.work(world.worker(), run, () -> left.getAndSet(10_000));
        workers++;
      }

      assertThat(workers).isEqualTo(3);
      assertThat(world.workersStarted).hasValue(3);
      assertThat(world.api.called()).containsExactly("toy-read toolu_1", "toy-read toolu_2");
      assertThat(world.run(run).state()).isEqualTo(RunState.DONE);
      assertThat(world.types(run)).filteredOn("run_resumed"::equals).hasSize(2);
      world.assertGrammar();
    }
  }

  @Test
  void whoComesTooLateLeavesNoTrace(DynamoDbClient client) {
    try (WorkWorld world = new WorkWorld(client).open()) {
      world.script.replies(ScriptedModel.says("Once."));
      Run run = world.begin("Say it once.");
      world.work(run);
      int before = world.events(run).size();

      world.work(run);

      assertThat(world.events(run)).hasSize(before);
      assertThat(world.script.requests(1, 0)).hasSize(1);
    }
  }
}
