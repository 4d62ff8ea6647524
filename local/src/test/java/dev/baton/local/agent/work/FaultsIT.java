package dev.baton.local.agent.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.core.run.Run;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Every fault of a model ends in the documented event, code and retryability. */
@ExtendWith(DynamoDbLocal.class)
final class FaultsIT {
  private static final String HELLO = ScriptedModel.says("Hello, you two, and all the others.");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'http': {'status': 429, 'retry_after_ms': 20, 'times': 1} | MODEL_RATE_LIMITED",
        "'http': {'status': 529, 'times': 1} | MODEL_OVERLOADED",
        "'http': {'status': 503, 'times': 1} | MODEL_OVERLOADED",
        "'http': {'status': 500, 'times': 1} | MODEL_UNAVAILABLE",
        "'http': {'status': 504, 'times': 1} | MODEL_TIMEOUT",
        "'http': {'status': 400, 'should_retry': true, 'times': 1} | MODEL_REJECTED",
        "'error_event': {'type': 'overloaded_error', 'after': 0} | MODEL_OVERLOADED",
        "'cut': {'after_frames': 0} | MODEL_UNAVAILABLE",
      })
  void whatNobodySawIsTriedAgain(String fault, String code, DynamoDbClient client) {
    try (WorkWorld world = new WorkWorld(client).open()) {
      world.script.replies(ScriptedModel.failing(HELLO, fault), HELLO);
      Run run = world.begin("Hello?");

      world.work(run);

      assertThat(world.types(run))
          .containsExactly(
              "run_started", "retrying", "turn_started", "token", "turn_finished", "done");
      assertThat(world.events(run).get(1).text("code")).isEqualTo(code);
      world.assertGrammar();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'http': {'status': 400} | MODEL_REJECTED | false",
        "'http': {'status': 404} | MODEL_REJECTED | false",
        "'http': {'status': 413} | MODEL_REJECTED | false",
        "'http': {'status': 401} | MODEL_AUTH | false",
        "'http': {'status': 402} | MODEL_AUTH | false",
        "'http': {'status': 403} | MODEL_AUTH | false",
        "'http': {'status': 500, 'should_retry': false} | MODEL_UNAVAILABLE | true",
        "'http': {'status': 429, 'retry_after': 31} | MODEL_RATE_LIMITED | true",
        "'error_event': {'type': 'invalid_request_error', 'after': 5} | MODEL_REJECTED | false",
        "'duplicate_index': true | MODEL_PROTOCOL | false",
      })
  void whatCannotSucceedEndsTheRunAtOnce(
      String fault, String code, boolean retryable, DynamoDbClient client) {
    try (WorkWorld world = new WorkWorld(client).open()) {
      world.script.replies(ScriptedModel.failing(HELLO, fault), HELLO);
      Run run = world.begin("Hello?");

      world.work(run);

      JsonObject last = world.last(run);
      assertThat(last.text("type")).isEqualTo("error");
      assertThat(last.text("code")).isEqualTo(code);
      assertThat(last.get("retryable")).isEqualTo(Json.of(retryable));
      assertThat(world.script.requests(1, 0)).hasSize(1);
      world.assertGrammar();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'error_event': {'type': 'overloaded_error', 'after': 5}",
        "'cut': {'after_frames': 5}",
        "'cut': {'after_bytes': 900}",
        "'no_message_stop': true",
      })
  void whatWasSeenIsWithdrawnBeforeItIsRepeated(String fault, DynamoDbClient client) {
    try (WorkWorld world = new WorkWorld(client).open()) {
      world.script.replies(ScriptedModel.failing(HELLO, fault), HELLO);
      Run run = world.begin("Hello?");

      world.work(run);

      assertThat(world.types(run))
          .containsExactly(
              "run_started",
              "turn_started",
              "token",
              "withdrawn",
              "turn_started",
              "token",
              "turn_finished",
              "done");
      assertThat(world.events(run))
          .filteredOn(event -> "withdrawn".equals(event.text("type")))
          .singleElement()
          .satisfies(event -> {
            assertThat(event.text("code")).isEqualTo("MODEL_STREAM_BROKEN");
            assertThat(event.get("from_seq")).isEqualTo(Json.of(2));
          });
      assertThat(world.store.messages(WorkWorld.SESSION)).hasSize(2);
      world.assertGrammar();
    }
  }

  @Test
  void withdrawalOfTheSameTurnHappensOnce(DynamoDbClient client) {
    try (WorkWorld world = new WorkWorld(client).open()) {
      String cut = ScriptedModel.failing(HELLO, "'cut': {'after_frames': 5}");
      world.script.replies(cut, cut, HELLO);
      Run run = world.begin("Hello?");

      world.work(run);

      assertThat(world.last(run).text("code")).isEqualTo("MODEL_STREAM_BROKEN");
      assertThat(world.script.requests(2, 0)).hasSize(2);
      assertThat(world.store.messages(WorkWorld.SESSION).getLast().content().write())
          .contains("Hello");
      world.assertGrammar();
    }
  }

  @Test
  void modelsAreCalledFourTimesAtMost(DynamoDbClient client) {
    try (WorkWorld world = new WorkWorld(client).open()) {
      world.script.replies(
          ScriptedModel.failing(
              HELLO, "'http': {'status': 529, 'retry_after_ms': 10, 'times': 4}"));
      Run run = world.begin("Hello?");

      world.work(run);

      assertThat(world.types(run))
          .containsExactly("run_started", "retrying", "retrying", "retrying", "error");
      assertThat(world.last(run).text("code")).isEqualTo("MODEL_OVERLOADED");
      assertThat(world.script.requests(4, 0)).hasSize(4);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'unknown_event': true",
        "'unknown_delta': true",
        "'ping': {'every': 1}",
        "'two_message_deltas': true",
      })
  void whatMeansNothingChangesNothing(String fault, DynamoDbClient client) {
    try (WorkWorld world = new WorkWorld(client).open()) {
      world.script.replies(ScriptedModel.failing(HELLO, fault));
      Run run = world.begin("Hello?");

      world.work(run);

      assertThat(world.last(run).text("type")).isEqualTo("done");
      assertThat(world.text(run)).isEqualTo("Hello, you two, and all the others.");
      world.assertGrammar();
    }
  }

  @ParameterizedTest
  @CsvSource({"before_headers", "before_first_delta", "mid_text"})
  void whoeverSaysNothingIsGivenUp(String where, DynamoDbClient client) {
    try (WorkWorld world = new WorkWorld(client).open()) {
      world.script.replies(HELLO);
      world.work(world.begin("Be warm."));
      world.patience(Duration.ofSeconds(2));
      world.script.replies(
          ScriptedModel.failing(HELLO, "'stall': {'where': '" + where + "', 'ms': 20000}"), HELLO);
      Run run = world.begin("Hello?");

      world.work(run);

      List<String> types = world.types(run);
      assertThat(types.getLast()).isEqualTo("done");
      assertThat(types).containsAnyOf("retrying", "withdrawn");
      world.assertGrammar();
    }
  }

  @Test
  void callThatWasCutOffIsNeverMade(DynamoDbClient client) {
    try (WorkWorld world = new WorkWorld(client).open("toy-read")) {
      String call =
          ScriptedModel.calls("{'id': 'toolu_1', 'name': 'toy-read', 'input': {'n': 12345}}");
      world.script.replies(ScriptedModel.failing(call, "'max_tokens_in_tool': true"));
      Run run = world.begin("Read.");

      world.work(run);

      assertThat(world.types(run)).doesNotContain("tool_call").contains("tool_call_delta");
      assertThat(world.last(run).text("code")).isEqualTo("OUTPUT_TRUNCATED");
      assertThat(world.api.called()).isEmpty();
      world.assertGrammar();
    }
  }

  @Test
  void argumentsThatAreNoJsonAreNotGuessed(DynamoDbClient client) {
    try (WorkWorld world = new WorkWorld(client).open("toy-read")) {
      String call =
          ScriptedModel.calls("{'id': 'toolu_1', 'name': 'toy-read', 'input': {'n': 12345}}");
      world.script.replies(ScriptedModel.failing(call, "'bad_json': true"), HELLO);
      Run run = world.begin("Read.");

      world.work(run);

      assertThat(world.events(run)).anyMatch(event -> "INVALID_ARGS".equals(event.text("code")));
      assertThat(world.last(run).text("type")).isEqualTo("done");
      assertThat(world.api.called()).isEmpty();
      world.assertGrammar();
    }
  }

  @Test
  void callWithoutAnyArgumentsIsMadeWithNone(DynamoDbClient client) {
    try (WorkWorld world = new WorkWorld(client).open("toy-read")) {
      String call = ScriptedModel.calls("{'id': 'toolu_1', 'name': 'toy-read', 'input': {}}");
      world.script.replies(ScriptedModel.failing(call, "'no_input_delta': true"), HELLO);
      Run run = world.begin("Read.");

      world.work(run);

      assertThat(world.api.called()).containsExactly("toy-read toolu_1");
      assertThat(world.last(run).text("type")).isEqualTo("done");
      world.assertGrammar();
    }
  }
}
