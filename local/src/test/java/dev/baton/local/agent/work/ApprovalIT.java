package dev.baton.local.agent.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.core.run.Approval;
import dev.baton.agent.core.run.Run;
import dev.baton.agent.core.run.RunCommand;
import dev.baton.agent.core.run.RunOutcome;
import dev.baton.agent.core.run.RunState;
import dev.baton.agent.core.session.AgentSession;
import dev.baton.agent.run.RunHandled;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import dev.baton.testkit.dynamodb.Tables;
import dev.baton.testkit.time.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Who may answer for a call, when, and what becomes of it. */
@ExtendWith(DynamoDbLocal.class)
final class ApprovalIT {
  private static final String DELETE_TWO =
      ScriptedModel.calls(
          "{'id': 'toolu_1', 'name': 'toy-delete', 'input': {'n': 1}}",
          "{'id': 'toolu_2', 'name': 'toy-delete', 'input': {'n': 2}}");

  private final ManualClock clock = new ManualClock(Instant.parse("2026-01-15T10:00:00Z"));

  /** A world with a run that waits for two answers. */
  private WorkWorld waiting(DynamoDbClient client) {
    WorkWorld world = new WorkWorld(client, Tables.sessions(client), clock).open("toy-delete");
    world.script.replies(DELETE_TWO, ScriptedModel.says("So be it."));
    world.work(world.begin("Delete both."));
    return world;
  }

  /** The run that was begun last. */
  private static Run run(WorkWorld world) {
    AgentSession session = Objects.requireNonNull(world.store.session(WorkWorld.SESSION));
    String latest = Objects.requireNonNull(session.latestRun());
    return Objects.requireNonNull(world.store.run(WorkWorld.SESSION, latest));
  }

  private static RunOutcome answer(WorkWorld world, Approval approval, boolean approved) {
    RunCommand answer = new RunCommand.Answer(approval.id(), approved);
    RunHandled handled = world.runs.handle(WorkWorld.SESSION, run(world).id(), answer);
    return ((RunHandled.Decided) handled).outcome();
  }

  private static List<JsonObject> resolved(WorkWorld world) {
    return world.events(run(world)).stream()
        .filter(event -> "approval_resolved".equals(event.text("type")))
        .toList();
  }

  @Test
  void eachCallHasItsOwnAnswerAndTheLastOneLetsTheRunGoOn(DynamoDbClient client) {
    try (WorkWorld world = waiting(client)) {
      List<Approval> asked = run(world).openApprovals();
      assertThat(asked).hasSize(2);

      answer(world, asked.get(0), false);
      assertThat(run(world).state()).isEqualTo(RunState.AWAITING_APPROVAL);
      answer(world, asked.get(1), true);
      assertThat(run(world).state()).isEqualTo(RunState.HANDING_OVER);
      world.work(run(world));

      assertThat(world.api.called()).containsExactly("toy-delete toolu_2");
      assertThat(resolved(world)).allMatch(event -> "owner".equals(event.text("by")));
      assertThat(world.last(run(world)).text("type")).isEqualTo("done");
      world.assertGoesOn();
    }
  }

  @Test
  void silenceForTenMinutesIsARefusal(DynamoDbClient client) {
    try (WorkWorld world = waiting(client)) {
      Approval asked = run(world).openApprovals().getFirst();
      clock.advance(Duration.ofMinutes(10).minusMillis(1));
      fire(world);
      assertThat(run(world).state()).isEqualTo(RunState.AWAITING_APPROVAL);

      clock.advance(Duration.ofMillis(1));
      fire(world);
      assertThat(run(world).state()).isEqualTo(RunState.HANDING_OVER);
      assertThat(answer(world, asked, true)).isEqualTo(new RunOutcome.TooLate());
      world.work(run(world));

      assertThat(resolved(world))
          .hasSize(2)
          .allMatch(event -> "timer".equals(event.text("by")))
          .allMatch(event -> Json.of(false).equals(event.get("approved")));
      assertThat(world.events(run(world)))
          .filteredOn(event -> "TOOL_DENIED".equals(event.text("code")))
          .hasSize(2);
      assertThat(world.api.called()).isEmpty();
      assertThat(world.last(run(world)).text("type")).isEqualTo("done");
      world.assertGoesOn();
    }
  }

  private static void fire(WorkWorld world) {
    world.runs.handle(WorkWorld.SESSION, run(world).id(), new RunCommand.Fire());
  }

  @Test
  void timeThatARunWaitsForAPersonDoesNotCount(DynamoDbClient client) {
    try (WorkWorld world = waiting(client)) {
      clock.advance(Duration.ofMillis(WorkWorld.LIMITS.runTimeMs()).minusMinutes(1));
      answer(world, run(world).openApprovals().getFirst(), true);
      clock.advance(Duration.ofSeconds(59));
      answer(world, run(world).openApprovals().getFirst(), true);
      clock.advance(Duration.ofSeconds(30));

      world.work(run(world));

      assertThat(world.last(run(world)).text("type")).isEqualTo("done");
    }
  }

  @Test
  void answersOfARunThatIsCalledOffAreRefusalsOfNobody(DynamoDbClient client) {
    try (WorkWorld world = waiting(client)) {
      List<Approval> asked = run(world).openApprovals();
      answer(world, asked.get(0), true);

      world.cancel(run(world));
      world.work(run(world));

      assertThat(resolved(world))
          .extracting(event -> event.text("by"))
          .containsExactly("owner", "cancel");
      assertThat(resolved(world).getLast().get("approved")).isEqualTo(Json.of(false));
      assertThat(world.events(run(world)))
          .filteredOn(event -> "TOOL_INTERRUPTED".equals(event.text("code")))
          .hasSize(2);
      assertThat(world.api.called()).isEmpty();
      assertThat(world.last(run(world)).text("type")).isEqualTo("cancelled");
      assertThat(answer(world, asked.get(1), true)).isEqualTo(new RunOutcome.TooLate());
      world.assertGoesOn();
    }
  }

  @Test
  void answersCountOnce(DynamoDbClient client) {
    try (WorkWorld world = waiting(client)) {
      List<Approval> asked = run(world).openApprovals();
      assertThat(answer(world, asked.get(0), true)).isEqualTo(new RunOutcome.Applied());
      assertThat(answer(world, asked.get(0), true)).isEqualTo(new RunOutcome.Repeated());
      assertThat(answer(world, asked.get(0), false)).isEqualTo(new RunOutcome.AnsweredOtherwise());
      answer(world, asked.get(1), false);

      world.work(run(world));

      assertThat(answer(world, asked.get(0), true)).isEqualTo(new RunOutcome.Repeated());
      assertThat(answer(world, asked.get(1), true)).isEqualTo(new RunOutcome.AnsweredOtherwise());
      assertThat(resolved(world)).hasSize(2);
      assertThat(world.api.called()).containsExactly("toy-delete toolu_1");
      world.assertGoesOn();
    }
  }
}
