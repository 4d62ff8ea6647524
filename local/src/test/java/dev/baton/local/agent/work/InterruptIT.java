package dev.baton.local.agent.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.core.run.Run;
import dev.baton.agent.core.run.RunState;
import dev.baton.local.LocalStack;
import dev.baton.local.LocalStackSettings;
import dev.baton.local.edge.EdgeClients;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A worker whose process is told to stop ends its run itself, and the conversation stays whole. The
 * database is behind a socket, as an interrupt may come in the middle of a call to it.
 */
final class InterruptIT {
  private static final String HELLO = ScriptedModel.says("Hello, you two, and all the others.");
  private static final String CALL =
      ScriptedModel.calls("{'id': 'toolu_1', 'name': 'toy-write', 'input': {'n': 12345}}");

  private static @Nullable LocalStack stack;
  private static @Nullable DynamoDbClient client;

  @BeforeAll
  static void start() throws Exception {
    LocalStack started =
        LocalStack.start(
            LocalStackSettings.of(Map.of("PORT", "0"))
                .withTemplate(Path.of("src/test/resources/local/toy.yaml")));
    stack = started;
    client = EdgeClients.of(DynamoDbClient.builder(), started.awsUrl());
  }

  @AfterAll
  static void stop() {
    Objects.requireNonNull(client).close();
    Objects.requireNonNull(stack).close();
  }

  private static WorkWorld world() {
    return new WorkWorld(Objects.requireNonNull(client));
  }

  @ParameterizedTest
  @ValueSource(strings = {"before_headers", "mid_text", "mid_arguments"})
  void answersAreBrokenOff(String where) throws InterruptedException {
    try (WorkWorld world = world().open("toy-write")) {
      String reply = where.equals("mid_arguments") ? CALL : HELLO;
      world.script.replies(
          ScriptedModel.failing(reply, "'stall': {'where': '" + where + "', 'ms': 60000}"));
      Run run = world.begin("Hello?");
      Thread working = world.working(run);
      world.script.requests(1, 0);
      String seen = where.equals("mid_text") ? "token" : "tool_call_delta";
      await(() -> where.equals("before_headers") || world.types(run).contains(seen));

      working.interrupt();
      working.join();

      assertThat(world.script.requests(1, 1).getFirst().path("closed").path("by").asText())
          .isEqualTo("client");
      assertLost(world, run, 0);
    }
  }

  @RepeatedTest(20)
  void whatIsBeingAppendedIsKnownBeforeTheEnd() throws InterruptedException {
    try (WorkWorld world = world().open()) {
      // The stall keeps a fast model from being done before it is interrupted.
      world.script.replies(
          ScriptedModel.failing(
              ScriptedModel.says("Hello, you two. ".repeat(50)),
              "'stall': {'where': 'mid_text', 'ms': 60000}"));
      Run run = world.begin("Hello?");
      Thread working = world.working(run);
      await(() -> world.types(run).contains("token"));

      working.interrupt();
      working.join();

      assertLost(world, run, 0);
    }
  }

  @Test
  void callsOfToolsAreLeftWithAnUnknownOutcome() throws InterruptedException {
    try (WorkWorld world = world().open("toy-write")) {
      world.script.replies(CALL);
      world.api.hold();
      Run run = world.begin("Write.");
      Thread working = world.working(run);
      await(() -> !world.api.called().isEmpty());

      working.interrupt();
      working.join();

      assertThat(world.events(run))
          .anyMatch(event -> "TOOL_INTERRUPTED".equals(event.text("code")));
      assertLost(world, run, 1);
    }
  }

  @Test
  void waitsForAModelAreCutShort() throws InterruptedException {
    try (WorkWorld world = world().open()) {
      world.script.replies(
          ScriptedModel.failing(HELLO, "'http': {'status': 529, 'retry_after': 20, 'times': 1}"));
      Run run = world.begin("Hello?");
      Thread working = world.working(run);
      await(() -> world.types(run).contains("retrying"));

      working.interrupt();
      working.join();

      assertThat(world.script.requests(1, 0)).hasSize(1);
      assertLost(world, run, 0);
    }
  }

  /** One end that can be resumed from, and no call is made again. */
  private static void assertLost(WorkWorld world, Run run, int called) {
    assertThat(world.run(run).state()).isEqualTo(RunState.ERROR);
    assertThat(world.last(run).text("code")).isEqualTo("WORKER_LOST");
    world.script.replies(HELLO);
    Run resumed = world.begin(null);
    world.work(resumed);
    assertThat(world.last(resumed).text("type")).isEqualTo("done");
    assertThat(world.api.called()).hasSize(called);
    assertThat(world.errors()).isEmpty();
    world.assertGrammar();
  }

  private static void await(BooleanSupplier condition) {
    Instant end = Instant.now().plusSeconds(60);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(end);
      LockSupport.parkNanos(20_000_000);
    }
  }
}
