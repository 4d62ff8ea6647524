package dev.baton.gateway.surface;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.command.Exposure;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.shell.json.JsonReader;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import dev.baton.testkit.dynamodb.Tables;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What becomes of commands that take longer than they may: {@code toy-slow} answers nobody before
 * the end of the test.
 */
@ExtendWith(DynamoDbLocal.class)
final class TimesIT {
  private static final String SLOW_THEN_QUICK =
      "[{\"command\":\"toy-slow\"},{\"command\":\"toy-quick\"}]";

  private final Map<String, String> settings = new HashMap<>();
  private final DynamoDbClient client;
  private final CountDownLatch end = new CountDownLatch(1);
  private ToyGateway gateway;

  TimesIT(DynamoDbClient client) throws IOException {
    this.client = client;
    settings.put("SESSIONS_TABLE", Tables.sessions(client));
    gateway = gateway();
  }

  private ToyGateway gateway() throws IOException {
    return new ToyGateway(
        client,
        settings,
        Map.of("toy-slow", Exposure.EVERYWHERE, "toy-quick", Exposure.EVERYWHERE),
        this::answer);
  }

  private String answer(String path) {
    try {
      if (path.endsWith("toy-slow")) {
        end.await();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return ToyGateway.success(path);
  }

  @AfterEach
  void stop() {
    end.countDown();
    gateway.close();
  }

  private void configured(String name, String value) throws IOException {
    gateway.close();
    settings.put(name, value);
    gateway = gateway();
  }

  @Test
  void aRunningEntryOfABatchIsGivenUpAndLaterOnesAreSkipped() throws Exception {
    JsonObject batch = batch("{\"timeout\":300}");

    assertThat(codes(batch)).containsExactly("TIMEOUT", "BATCH_TIMEOUT");
    assertThat(batch.object("summary"))
        .isEqualTo(
            counted("{\"total\":2,\"successCount\":0,\"failureCount\":1,\"skippedCount\":1}"));
  }

  @Test
  void entriesBesideASlowOneAreAnswered() throws Exception {
    JsonObject batch = batch("{\"timeout\":300,\"parallelism\":2}");

    assertThat(codes(batch)).containsExactly("TIMEOUT", "OK");
  }

  @Test
  void aBatchWithoutATimeoutEndsWithTheBudgetOfTheGateway() throws Exception {
    configured("BATON_GATEWAY_BUDGET", "PT0.3S");

    assertThat(codes(batch("{}"))).containsExactly("TIMEOUT", "BATCH_TIMEOUT");
    assertThat(codes(batch("{\"timeout\":600000}"))).containsExactly("TIMEOUT", "BATCH_TIMEOUT");
  }

  @Test
  void oneSlowCommandDoesNotUseUpTheBudget() throws Exception {
    configured("BATON_COMMAND_TIMEOUT", "PT0.3S");

    assertThat(codes(batch("{}"))).containsExactly("TIMEOUT", "OK");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void stepsAfterTheTimeOfAPipelineAreSkipped(boolean continueOnFailure) throws Exception {
    JsonObject result =
        post(
            "/commands/afd-pipe",
            "{\"steps\":"
                + SLOW_THEN_QUICK
                + ",\"options\":{\"timeoutMs\":300,\"continueOnFailure\":"
                + continueOnFailure
                + "}}");
    List<Json> steps = Objects.requireNonNull(result.object("data")).array("steps");

    assertThat(result.get("success")).isEqualTo(Json.of(true));
    assertThat(((JsonObject) steps.get(0)).text("status")).isEqualTo("failure");
    assertThat(code((JsonObject) steps.get(0))).isEqualTo("TIMEOUT");
    assertThat(((JsonObject) steps.get(1)).text("status")).isEqualTo("skipped");
    assertThat(code((JsonObject) steps.get(1))).isEqualTo("PIPELINE_TIMEOUT");
  }

  @Test
  void everySurfaceTellsWithinTheBudgetThatItDoesNotKnow() throws Exception {
    configured("BATON_GATEWAY_BUDGET", "PT0.3S");
    String tool =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"toy-slow\"}}";

    for (String answer :
        List.of(
            text("/message", tool),
            text("/mcp", tool),
            text("/rpc", "{\"method\":\"toy-slow\"}"),
            text("/stream/toy-slow", "{}"),
            text("/commands/afd-call", "{\"command\":\"toy-slow\"}"),
            text("/rpc", "{\"method\":\"afd-call\",\"params\":{\"command\":\"toy-slow\"}}"))) {
      assertThat(answer).contains("TIMEOUT", "retryable").contains("Idempotency-Key");
    }
  }

  private String text(String path, String body) {
    JsonObject answer = gateway.api().send("POST", path, body);
    return Objects.requireNonNull(answer.text("body"));
  }

  private JsonObject batch(String options) throws Exception {
    return post("/batch", "{\"commands\":" + SLOW_THEN_QUICK + ",\"options\":" + options + "}");
  }

  private JsonObject post(String path, String body) throws Exception {
    return gateway.api().post(path, body);
  }

  private static List<String> codes(JsonObject batch) {
    return batch.array("results").stream()
        .map(each -> code(Objects.requireNonNull(((JsonObject) each).object("result"))))
        .toList();
  }

  private static String code(JsonObject result) {
    JsonObject error = result.object("error");
    return error == null ? "OK" : Objects.requireNonNull(error.text("code"));
  }

  private static JsonObject counted(String text) {
    return (JsonObject)
        Objects.requireNonNull(JsonReader.keepingDuplicates(5).read(text.getBytes(UTF_8)).orNull());
  }
}
