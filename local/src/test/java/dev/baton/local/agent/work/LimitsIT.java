package dev.baton.local.agent.work;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.agent.core.run.Run;
import dev.baton.agent.core.run.RunLimits;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What a run may use up, and what is said when it has. */
@ExtendWith(DynamoDbLocal.class)
final class LimitsIT {
  private static final String READ = call(1);
  private static final int LONGEST_EVENT = 96 * 1_024;

  private static String call(int number) {
    return ScriptedModel.calls(
        "{'id': 'toolu_%d', 'name': 'toy-read', 'input': {'n': 1}}".formatted(number));
  }

  private static RunLimits limits(int turns, long tokens, long runTimeMs, long costNanos) {
    return new RunLimits(turns, tokens, runTimeMs, costNanos, 64 * 1_024);
  }

  private static List<JsonObject> results(WorkWorld world, Run run) {
    return world.events(run).stream()
        .filter(event -> "tool_result".equals(event.text("type")))
        .toList();
  }

  /** What the model got as the result of its last call. */
  private static String given(JsonNode request) {
    JsonNode content = request.path("body").path("messages");
    return content.path(content.size() - 1).path("content").path(0).path("content").asText();
  }

  @Test
  void turnsAreCounted(DynamoDbClient client) {
    try (WorkWorld world = new WorkWorld(client).open("toy-read")) {
      world.script.replies(READ, call(2));
      Run run = world.begin("Read on.", limits(2, 50_000, 600_000, 500_000_000));

      world.work(run);

      assertThat(world.script.requests(2, 0)).hasSize(2);
      assertThat(results(world, run)).hasSize(2);
      world.assertFailed(run, "MAX_TURNS");
    }
  }

  @Test
  void tokensAreCountedAfterEachTurn(DynamoDbClient client) {
    try (WorkWorld world = new WorkWorld(client).open("toy-read")) {
      world.script.replies(ScriptedModel.using(READ, 10, 50), ScriptedModel.using(call(2), 10, 51));
      Run run = world.begin("Read on.", limits(20, 100, 600_000, 500_000_000));

      world.work(run);

      assertThat(world.script.requests(2, 0)).hasSize(2);
      world.assertFailed(run, "MAX_OUTPUT_TOKENS");
    }
  }

  @Test
  void longestAnswerHasToBePaidForBeforeItIsAskedFor(DynamoDbClient client) {
    try (WorkWorld world = new WorkWorld(client).open()) {
      Run run = world.begin("Dear?", limits(20, 50_000, 600_000, 14_999_999));

      world.work(run);

      assertThat(world.types(run)).containsExactly("run_started", "error");
      world.assertFailed(run, "MAX_COST");
      assertThat(world.script.requests(1, 0)).hasSize(1);
    }
  }

  @Test
  void costsOfTurnsAddUp(DynamoDbClient client) {
    try (WorkWorld world = new WorkWorld(client).open("toy-read")) {
      world.script.replies(ScriptedModel.using(READ, 0, 100), call(2));
      Run run = world.begin("Dear?", limits(20, 50_000, 600_000, 16_499_999));

      world.work(run);

      assertThat(world.script.requests(1, 0)).hasSize(1);
      assertThat(world.run(run).progress().costNanos()).isEqualTo(1_500_000);
      world.assertFailed(run, "MAX_COST");
    }
  }

  @Test
  void modelWithoutAPriceCostsNobodyKnowsWhat(DynamoDbClient client) {
    try (WorkWorld world = new WorkWorld(client).open()) {
      world.models("{\"claude-sonnet-4-5\":{\"context\":200000}}");
      world.script.replies(ScriptedModel.says("Priceless."));
      Run run = world.begin("Dear?", limits(20, 50_000, 600_000, 1));

      world.work(run);

      assertThat(world.last(run).text("type")).isEqualTo("done");
      assertThat(world.last(run).get("cost_usd")).isNull();
      assertThat(world.run(run).progress().costNanos()).isNull();
    }
  }

  @Test
  void timeThatIsUsedUpClosesTheModelsSocket(DynamoDbClient client) {
    try (WorkWorld world = new WorkWorld(client).open()) {
      String hello = ScriptedModel.says("Hello, you two, and all the others.");
      world.script.replies(
          ScriptedModel.failing(hello, "'stall': {'where': 'mid_text', 'ms': 60000}"));
      Run run = world.begin("Hello?", limits(20, 50_000, 1_000, 500_000_000));

      world.work(run);

      JsonNode request = world.script.requests(1, 1).getFirst();
      assertThat(request.path("closed").path("by").asText()).isEqualTo("client");
      world.assertFailed(run, "MAX_RUN_TIME");
    }
  }

  @Test
  void sixteenCallsOfAMessageAreMade(DynamoDbClient client) {
    try (WorkWorld world = new WorkWorld(client).open("toy-read")) {
      String[] calls =
          IntStream.rangeClosed(1, 17)
              .mapToObj("{'id': 'toolu_%d', 'name': 'toy-read', 'input': {'n': 1}}"::formatted)
              .toArray(String[]::new);
      world.script.replies(ScriptedModel.calls(calls), ScriptedModel.says("Sixteen."));
      Run run = world.begin("Read it all.");

      world.work(run);

      assertThat(world.api.called()).hasSize(16).doesNotContain("toy-read toolu_17");
      assertThat(results(world, run))
          .filteredOn(event -> "TOOL_LIMIT".equals(event.text("code")))
          .extracting(event -> event.text("tool_call_id"))
          .containsExactly("toolu_17");
      assertThat(world.last(run).text("type")).isEqualTo("done");
      world.assertGoesOn();
    }
  }

  @Test
  void outputOfAToolIsCutWhereTheSessionSaysSo(DynamoDbClient client) {
    try (WorkWorld world = new WorkWorld(client).open("toy-read")) {
      String data = "\"" + "ä".repeat(2_000) + "\"";
      world.api.answers(command -> "{\"success\":true,\"data\":" + data + "}");
      world.script.replies(READ, ScriptedModel.says("Long."));
      Run run = world.begin("Read.", new RunLimits(20, 50_000, 600_000, 500_000_000, 1_024));

      world.work(run);

      assertThat(given(world.script.requests(2, 0).get(1)))
          .isEqualTo("\"" + "ä".repeat(511) + " [cut, 4002 bytes in all]");
      assertThat(results(world, run).getFirst().get("truncated")).isNull();
      world.assertGoesOn();
    }
  }

  @Test
  void resultsThatNoItemHoldsEndTheRun(DynamoDbClient client) {
    try (WorkWorld world = new WorkWorld(client).open("toy-read")) {
      world.api.answers(
          command -> "{\"success\":true,\"data\":\"" + noise(command.hashCode()) + "\"}");
      world.script.replies(
          ScriptedModel.calls(
              "{'id': 'toolu_1', 'name': 'toy-read', 'input': {'n': 1}}",
              "{'id': 'toolu_2', 'name': 'toy-read', 'input': {'n': 2}}"));
      Run run = world.begin("Read.", new RunLimits(20, 50_000, 600_000, 500_000_000, 262_144));

      world.work(run);

      assertThat(results(world, run))
          .allSatisfy(event -> assertThat(event.get("truncated")).isEqualTo(Json.of(true)));
      world.assertFailed(run, "RESULT_TOO_LARGE");
    }
  }

  /** Text of 256 KiB that hardly gets shorter when it is compressed. */
  private static String noise(long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    while (text.length() < 262_000) {
      text.append((char) ('!' + 2 + random.nextInt(57)));
    }
    return text.toString();
  }

  @Test
  void noEventIsLongerThanASocketTakes(DynamoDbClient client) {
    try (WorkWorld world = new WorkWorld(client).open("toy-read")) {
      String nasty = "\\u0001\\u2028\\\"".repeat(20_000);
      world.api.answers(command -> "{\"success\":true,\"data\":\"" + nasty + "\"}");
      String text = "ä☃😀".repeat(30_000);
      world.script.replies(
          "{'blocks': [{'type': 'text', 'pieces': ['"
              + text
              + "']},"
              + "{'type': 'tool_use', 'id': 'toolu_1', 'name': 'toy-read',"
              + " 'input': {'n': '"
              + "☃".repeat(22_000)
              + "'}},"
              + "{'type': 'tool_use', 'id': 'toolu_2', 'name': 'toy-read', 'input': {}}]}",
          ScriptedModel.says("Long."));
      Run run = world.begin("Say much.");

      world.work(run);

      assertThat(world.log.ofRun(WorkWorld.SESSION, run.id(), run.terms().firstSeq()))
          .allSatisfy(
              event -> assertThat(event.text().getBytes(UTF_8).length).isLessThan(LONGEST_EVENT));
      assertThat(world.text(run)).isEqualTo(text + "Long.");
      assertThat(world.events(run))
          .anyMatch(event -> "INVALID_ARGS".equals(event.text("code")))
          .anyMatch(event -> Json.of(true).equals(event.get("truncated")));
      assertThat(world.last(run).text("type")).isEqualTo("done");
      world.assertGoesOn();
    }
  }
}
