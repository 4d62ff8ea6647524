package dev.baton.local.agent.work;

import static dev.baton.local.agent.work.WorkWorld.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.agent.core.run.Run;
import dev.baton.agent.core.run.RunState;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Whenever a run is called off, the model's socket is closed within a second and one end is told.
 */
@ExtendWith(DynamoDbLocal.class)
final class CancelIT {
  private static final String HELLO = ScriptedModel.says("Hello, you two, and all the others.");
  private static final String READ =
      ScriptedModel.calls("{'id': 'toolu_1', 'name': 'toy-read', 'input': {'n': 12345}}");
  private static final Duration SOON = Duration.ofSeconds(1);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "before_headers | run_started",
        "before_first_delta | turn_started",
        "mid_text | token",
        "mid_arguments | tool_call_delta",
      })
  void modelsSocketIsClosedWithinASecond(String where, String seen, DynamoDbClient client)
      throws InterruptedException {
    try (WorkWorld world = new WorkWorld(client).open("toy-read")) {
      world.script.replies(HELLO);
      world.work(world.begin("Be warm."));
      String reply = where.equals("mid_arguments") ? READ : HELLO;
      world.script.replies(
          ScriptedModel.failing(reply, "'stall': {'where': '" + where + "', 'ms': 60000}"));
      Run run = world.begin("Hello?");
      Thread working = world.working(run);
      await(() -> world.types(run).contains(seen) && world.script.requests(2, 0).size() == 2);

      Instant cancelled = Instant.now();
      world.cancel(run);
      working.join();

      JsonNode request = world.script.requests(2, 1).get(1);
      Instant closed = Instant.parse(request.path("closed").path("at").asText());
      assertThat(Duration.between(cancelled, closed)).isLessThanOrEqualTo(SOON);
      assertThat(request.path("closed").path("by").asText()).isEqualTo("client");
      assertEnded(world, run);
    }
  }

  @Test
  void noFurtherCallIsMadeWhileOneWaits(DynamoDbClient client) throws InterruptedException {
    try (WorkWorld world = new WorkWorld(client).open()) {
      world.script.replies(
          ScriptedModel.failing(HELLO, "'http': {'status': 529, 'retry_after': 20, 'times': 1}"),
          HELLO);
      Run run = world.begin("Hello?");
      Thread working = world.working(run);
      await(() -> world.types(run).contains("retrying"));

      Instant cancelled = Instant.now();
      world.cancel(run);
      working.join();

      assertThat(Duration.between(cancelled, Instant.now())).isLessThan(Duration.ofSeconds(5));
      assertThat(world.script.requests(1, 0)).hasSize(1);
      assertEnded(world, run);
    }
  }

  @Test
  void successorOfARunThatWasCalledOffDoesNothing(DynamoDbClient client) {
    try (WorkWorld world = new WorkWorld(client).open("toy-read")) {
      world.script.replies(READ, HELLO);
      Run run = world.begin("Read.");
      AtomicLong left = new AtomicLong(300_000);
      world.api.answers(command -> {
        left.set(10_000);
        return "{\"success\":true,\"data\":{}}";
      });
      world.work(world.worker(), run, left::get);
      assertThat(world.run(run).state()).isEqualTo(RunState.HANDING_OVER);

      world.cancel(run);
      world.work(run);

      assertThat(world.script.requests(1, 0)).hasSize(1);
      assertThat(world.api.called()).hasSize(1);
      assertEnded(world, run);
    }
  }

  @Test
  void handOverOfARunThatIsBeingCalledOffIsItsEnd(DynamoDbClient client) {
    try (WorkWorld world = new WorkWorld(client).open("toy-read")) {
      world.script.replies(READ, HELLO);
      Run run = world.begin("Read.");
      AtomicLong left = new AtomicLong(300_000);
      world.api.answers(command -> {
        left.set(10_000);
        world.cancel(run);
        return "{\"success\":true,\"data\":{}}";
      });

      world.work(world.worker(), run, left::get);

      assertThat(world.script.requests(1, 0)).hasSize(1);
      assertThat(world.workersStarted).hasValue(1);
      assertEnded(world, run);
    }
  }

  @Test
  void nothingIsCalledOffAfterTheEnd(DynamoDbClient client) {
    try (WorkWorld world = new WorkWorld(client).open()) {
      world.script.replies(HELLO);
      Run run = world.begin("Hello?");
      world.work(run);
      int events = world.events(run).size();

      world.cancel(run);

      assertThat(world.events(run)).hasSize(events);
      assertThat(world.run(run).state()).isEqualTo(RunState.DONE);
      world.assertGoesOn();
    }
  }

  @Test
  void callsOfToolsAreInterrupted(DynamoDbClient client) throws InterruptedException {
    try (WorkWorld world = new WorkWorld(client).open("toy-read")) {
      world.script.replies(READ, HELLO);
      world.api.hold();
      Run run = world.begin("Read.");
      Thread working = world.working(run);
      await(() -> !world.api.called().isEmpty());

      world.cancel(run);
      working.join();

      assertThat(world.script.requests(1, 0)).hasSize(1);
      assertThat(world.events(run))
          .anyMatch(event -> "TOOL_INTERRUPTED".equals(event.text("code")));
      assertEnded(world, run);
    }
  }

  @Test
  void runsWithoutAWorkerEndAtOnce(DynamoDbClient client) {
    try (WorkWorld world = new WorkWorld(client).open("toy-delete")) {
      Run queued = world.begin("Never.");
      world.cancel(queued);
      world.work(queued);
      assertThat(world.last(queued).text("type")).isEqualTo("cancelled");

      world.script.replies(
          ScriptedModel.calls("{'id': 'toolu_1', 'name': 'toy-delete', 'input': {'n': 1}}"));
      Run waiting = world.begin("Delete.");
      world.work(waiting);
      assertThat(world.run(waiting).state()).isEqualTo(RunState.AWAITING_APPROVAL);
      world.cancel(waiting);
      world.work(waiting);

      assertThat(world.api.called()).isEmpty();
      assertThat(world.script.requests(1, 0)).hasSize(1);
      assertEnded(world, waiting);
    }
  }

  /** One end, and the conversation goes on with a model that is strict about it. */
  private static void assertEnded(WorkWorld world, Run run) {
    assertThat(world.last(run).text("type")).isEqualTo("cancelled");
    assertThat(world.run(run).state()).isEqualTo(RunState.CANCELLED);
    world.assertGoesOn();
  }
}
