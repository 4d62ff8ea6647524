package dev.baton.shell.command;

import static dev.baton.shell.command.EdgeBench.body;
import static dev.baton.shell.command.EdgeBench.code;
import static dev.baton.shell.command.EdgeBench.keyed;
import static dev.baton.shell.command.EdgeBench.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.AgentHints;
import dev.baton.core.result.CommandResult;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.result.Fault;
import dev.baton.core.result.Refused;
import dev.baton.core.result.Succeeded;
import dev.baton.shell.lambda.HttpResponse;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The rows of the specification's table of idempotency, section 3.4. */
@ExtendWith(DynamoDbLocal.class)
class RepeatIT {
  private static final String BEAR = "{\"toy\":\"bear\",\"to\":\"Ben\"}";

  private final AtomicInteger runs = new AtomicInteger();
  private final EdgeBench bench;

  RepeatIT(DynamoDbClient client) {
    bench = new EdgeBench(client, Map.of("BATON_RATE_WRITE", "0"));
  }

  @Test
  void repeatedCallGetsTheFirstAnswerAndRunsNothing() {
    HttpResponse first = bench.edge(this::counted).respond(keyed("k 1", BEAR));
    bench.pass(60_000);
    HttpResponse again =
        bench.edge(this::counted).respond(keyed("k 1", "{\"to\":\"Ben\", \"toy\":\"bear\"}"));

    assertThat(runs.get()).isEqualTo(1);
    assertThat(first.headers()).doesNotContainKey("Idempotency-Replayed");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.headers()).containsEntry("Idempotency-Replayed", "true");
    assertThat(again.headers().get("X-Trace-Id")).isNotEqualTo(first.headers().get("X-Trace-Id"));
    JsonObject body = body(again);
    assertThat(body.get("data")).isEqualTo(body(first).get("data"));
    assertThat(body.get("_agentHints")).isEqualTo(body(first).get("_agentHints"));
    assertThat(again.body()).contains("\"replayed\":true").contains("2026-01-15T10:01:00.000Z");
    assertThat(body.members().getLast().name()).isEqualTo("_agentHints");
  }

  @Test
  void refusalIsADecisionAndIsRepeated() {
    Command<Arguments> refusing =
        (input, call) -> {
          runs.incrementAndGet();
          return Refused.because(ErrorCodes.NOT_FOUND, "No bear.", "Look elsewhere.");
        };

    bench.edge(refusing).respond(keyed("k", BEAR));
    HttpResponse again = bench.edge(refusing).respond(keyed("k", BEAR));

    assertThat(runs.get()).isEqualTo(1);
    assertThat(again.status()).isEqualTo(404);
    assertThat(again.headers()).containsEntry("Idempotency-Replayed", "true");
  }

  @Test
  void faultIsNotKept() {
    Command<Arguments> failing =
        (input, call) -> {
          runs.incrementAndGet();
          throw new Fault(Fault.Category.UPSTREAM, "gone");
        };

    HttpResponse first = bench.edge(failing).respond(keyed("k", BEAR));
    HttpResponse again = bench.edge(this::counted).respond(keyed("k", BEAR));

    assertThat(first.status()).isEqualTo(503);
    assertThat(first.body()).contains("Idempotency-Key");
    assertThat(again.status()).isEqualTo(200);
    assertThat(runs.get()).isEqualTo(2);
  }

  @Test
  void invalidInputIsNotKept() {
    assertThat(bench.edge(this::counted).respond(keyed("k", "{}")).status()).isEqualTo(400);
    assertThat(bench.edge(this::counted).respond(keyed("k", BEAR)).status()).isEqualTo(200);
  }

  @Test
  void sameKeyWhileTheFirstRunsIsInProgress() {
    AtomicInteger inner = new AtomicInteger();
    Command<Arguments> slow =
        (input, call) -> {
          HttpResponse meanwhile = bench.edge(this::counted).respond(keyed("k", BEAR));
          assertThat(code(meanwhile)).isEqualTo("IDEMPOTENCY_IN_PROGRESS");
          assertThat(meanwhile.status()).isEqualTo(409);
          assertThat(meanwhile.headers()).containsEntry("Retry-After", "1");
          inner.incrementAndGet();
          return counted(input, call);
        };

    bench.edge(slow).respond(keyed("k", BEAR));

    assertThat(inner.get()).isEqualTo(1);
    assertThat(runs.get()).isEqualTo(1);
  }

  @Test
  void afterTheLeaseItRunsAgainAndTheLateAnswerIsNotKept() {
    Command<Arguments> late =
        (input, call) -> {
          bench.pass(30_000);
          bench.edge(this::counted).respond(keyed("k", BEAR));
          return Succeeded.with(JsonObject.builder().put("late", true).build(), "Late.");
        };

    bench.edge(late).respond(keyed("k", BEAR));
    HttpResponse again = bench.edge(this::counted).respond(keyed("k", BEAR));

    assertThat(again.body()).contains("\"run\":1").doesNotContain("late");
    assertThat(runs.get()).isEqualTo(1);
  }

  @Test
  void sameKeyWithOtherInputIsRefused() {
    bench.edge(this::counted).respond(keyed("k", BEAR));
    HttpResponse other = bench.edge(this::counted).respond(keyed("k", "{\"toy\":\"ball\"}"));

    assertThat(other.status()).isEqualTo(422);
    assertThat(code(other)).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    assertThat(runs.get()).isEqualTo(1);
  }

  @Test
  void keysAreTheOwnersOwn() {
    bench.edge(this::counted).respond(keyed("k", BEAR));
    bench
        .edge(this::counted)
        .respond(
            request("ben", BEAR)
                .withHeaders(Map.of("content-type", "application/json", "idempotency-key", "k")));

    assertThat(runs.get()).isEqualTo(2);
  }

  @Test
  void afterADayTheKeyIsForgotten() {
    bench.edge(this::counted).respond(keyed("k", BEAR));
    bench.pass(86_400_000 + 1_000);
    bench.edge(this::counted).respond(keyed("k", "{\"toy\":\"ball\"}"));

    assertThat(runs.get()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "tab\there", "caf\u00e9"})
  void keyMustBePrintable(String key) {
    HttpResponse response = bench.edge(this::counted).respond(keyed(key, BEAR));

    assertThat(response.status()).isEqualTo(400);
    assertThat(code(response)).isEqualTo("VALIDATION_ERROR");
    assertThat(response.body()).contains("Idempotency-Key");
  }

  @Test
  void answerWithASecretIsKeptOnlyAsTheCommandSays() {
    Reissue reissue =
        new Reissue() {
          @Override
          public JsonObject keep(Json data) {
            return JsonObject.builder().put("id", "toy-1").build();
          }

          @Override
          public CommandResult again(JsonObject kept, Call call) {
            return Succeeded.with(kept, "The secret was shown once.");
          }
        };
    Command<Arguments> secret =
        (input, call) ->
            Succeeded.with(JsonObject.builder().put("secret", "s3cret").build(), "Made.");
    CommandEdge<Arguments> edge =
        CommandEdge.reissuing(EdgeBench.SEND, a -> a, secret, reissue, bench.parts());

    assertThat(edge.respond(keyed("k", BEAR)).body()).contains("s3cret");
    HttpResponse again = edge.respond(keyed("k", BEAR));

    assertThat(again.body()).contains("toy-1").doesNotContain("s3cret");
    assertThat(again.headers()).containsEntry("Idempotency-Replayed", "true");
  }

  private CommandResult counted(Arguments input, Call call) {
    return Succeeded.with(
            JsonObject.builder().put("run", runs.incrementAndGet()).build(), "Counted.")
        .hinting(new AgentHints.Polling("Ask again", 1_000));
  }
}
