package dev.baton.local.agent.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.core.run.Run;
import dev.baton.agent.core.run.RunCommand;
import dev.baton.agent.core.run.RunState;
import dev.baton.agent.work.Worker;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import dev.baton.testkit.dynamodb.Tables;
import dev.baton.testkit.time.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A worker dies before or after each of its writes: its run ends with one {@code WORKER_LOST}, what
 * it left is a conversation that a strict model accepts, and nothing is done twice.
 */
@ExtendWith(DynamoDbLocal.class)
final class CrashIT {
  private static final String CALLS =
      ScriptedModel.calls(
          "{'id': 'toolu_1', 'name': 'toy-write', 'input': {'n': 1}}",
          "{'id': 'toolu_2', 'name': 'toy-read', 'input': {'n': 2}}");

  @Test
  void everyPointOfDeathLeavesOneEndAndAWholeConversation(DynamoDbClient client) {
    int point = 1;
    boolean died = true;
    while (died) {
      for (boolean after : List.of(false, true)) {
        died = diesAt(client, point, after);
      }
      point++;
    }
    assertThat(point).isGreaterThan(8);
  }

  /** False when the worker was through before that write. */
  private static boolean diesAt(DynamoDbClient client, int point, boolean after) {
    ManualClock clock = new ManualClock(Instant.parse("2026-01-15T10:00:00Z"));
    try (WorkWorld world =
        new WorkWorld(client, Tables.sessions(client), clock).open("toy-read", "toy-write")) {
      world.script.replies(CALLS, ScriptedModel.says("Both done."));
      Run run = world.begin("Do both.");
      DyingClient dying = new DyingClient(client, point, after);
      Worker worker = world.worker(dying.client());
      try {
        world.work(worker, run, () -> 300_000);
        assertThat(dying.isDead()).isFalse();
      } catch (DyingClient.Death death) {
        clock.advance(Duration.ofSeconds(10));
      }
      if (dying.isDead()) {
        assertLostOnce(world, run, dying);
      }
      assertThat(world.api.called()).doesNotHaveDuplicates();
      return dying.isDead();
    }
  }

  private static void assertLostOnce(WorkWorld world, Run run, DyingClient dying) {
    world.runs.handle(WorkWorld.SESSION, run.id(), new RunCommand.Look());
    if (world.run(run).state() == RunState.QUEUED) {
      return;
    }
    boolean over = "done".equals(world.last(run).text("type"));
    assertThat(over || "WORKER_LOST".equals(world.last(run).text("code"))).isTrue();
    int events = world.events(run).size();
    int called = world.api.called().size();

    world.script.replies(ScriptedModel.says("Let us go on."));
    Run resumed = world.begin(null);
    world.work(resumed);

    assertThat(world.last(resumed).text("type")).isEqualTo("done");
    assertThat(world.events(run)).hasSize(events);
    assertThat(world.api.called()).hasSize(called);
    assertThat(new HashSet<>(world.api.called())).hasSize(called);
    assertThat(dying.isDead()).isTrue();
    world.assertGrammar();
  }

  @Test
  void zombieThatWakesUpWritesNothing(DynamoDbClient client) throws InterruptedException {
    ManualClock clock = new ManualClock(Instant.parse("2026-01-15T10:00:00Z"));
    try (WorkWorld world = new WorkWorld(client, Tables.sessions(client), clock).open("toy-read")) {
      world.script.replies(CALLS, ScriptedModel.says("Both done."));
      world.api.hold();
      Run run = world.begin("Do both.");
      Thread zombie = world.working(run);
      while (world.api.called().isEmpty()) {
        Thread.onSpinWait();
      }

      clock.advance(Duration.ofSeconds(10));
      world.runs.handle(WorkWorld.SESSION, run.id(), new RunCommand.Look());
      int events = world.events(run).size();
      world.api.release();
      zombie.join();

      assertThat(world.last(run).text("code")).isEqualTo("WORKER_LOST");
      assertThat(world.events(run)).hasSize(events);
      assertThat(world.script.requests(1, 0)).hasSize(1);
      world.assertGrammar();
    }
  }
}
