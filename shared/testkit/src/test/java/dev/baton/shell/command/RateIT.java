package dev.baton.shell.command;

import static dev.baton.shell.command.EdgeBench.code;
import static dev.baton.shell.command.EdgeBench.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.core.result.Succeeded;
import dev.baton.shell.config.SettingFault;
import dev.baton.shell.lambda.HttpRequest;
import dev.baton.shell.lambda.HttpResponse;
import dev.baton.shell.limit.Rate;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@ExtendWith(DynamoDbLocal.class)
class RateIT {
  private static final Map<String, String> TWO = Map.of("BATON_RATE_WRITE", "60/PT1M/2");
  private static final String TOY = "{\"toy\":\"bear\"}";

  @Test
  void thirdCallOfTwoIsRefusedAndALaterOnePasses(DynamoDbClient client) {
    EdgeBench bench = new EdgeBench(client, TWO);
    CommandEdge<Arguments> edge = bench.edge(RateIT::done);

    assertThat(edge.respond(request("ada", TOY)).status()).isEqualTo(200);
    assertThat(edge.respond(request("ada", TOY)).status()).isEqualTo(200);
    HttpResponse third = edge.respond(request("ada", TOY));
    assertThat(third.status()).isEqualTo(429);
    assertThat(code(third)).isEqualTo("RATE_LIMITED");
    assertThat(third.headers()).containsEntry("Retry-After", "1");

    bench.pass(1_000);
    assertThat(edge.respond(request("ada", TOY)).status()).isEqualTo(200);
    assertThat(edge.respond(request("ada", TOY)).status()).isEqualTo(429);
  }

  @Test
  void ownersDoNotShareABucketButInstancesDo(DynamoDbClient client) {
    EdgeBench bench = new EdgeBench(client, TWO);

    bench.edge(RateIT::done).respond(request("ada", TOY));
    bench.edge(RateIT::done).respond(request("ada", TOY));

    assertThat(bench.edge(RateIT::done).respond(request("ada", TOY)).status()).isEqualTo(429);
    assertThat(bench.edge(RateIT::done).respond(request("ben", TOY)).status()).isEqualTo(200);
  }

  @Test
  void rateIsJudgedBeforeTheBody(DynamoDbClient client) {
    CommandEdge<Arguments> edge =
        new EdgeBench(client, Map.of("BATON_RATE_WRITE", "1/PT1H/1")).edge(RateIT::done);

    assertThat(edge.respond(request("ada", "no json")).status()).isEqualTo(400);
    assertThat(edge.respond(request("ada", "no json")).status()).isEqualTo(429);
  }

  @Test
  void rateOfTheKeyOverridesTheConfiguredOne(DynamoDbClient client) {
    CommandEdge<Arguments> edge = new EdgeBench(client, TWO).edge(RateIT::done);
    Map<String, String> found =
        new LinkedHashMap<>(Map.of("owner", "ada", "scopes", "*", "rate_write", "1/PT1M/1"));
    HttpRequest strict = request("ada", TOY).withAuthorizer(Map.copyOf(found));
    found.put("rate_write", "0");
    HttpRequest free = request("ada", TOY).withAuthorizer(Map.copyOf(found));

    assertThat(edge.respond(strict).status()).isEqualTo(200);
    assertThat(edge.respond(strict).status()).isEqualTo(429);
    assertThat(edge.respond(free).status()).isEqualTo(200);
  }

  @Test
  void parallelCallsGetExactlyWhatTheBucketHolds(DynamoDbClient client) {
    CommandEdge<Arguments> edge =
        new EdgeBench(client, Map.of("BATON_RATE_WRITE", "1/PT1H/7")).edge(RateIT::done);
    AtomicInteger passed = new AtomicInteger();

    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int call = 0; call < 40; call++) {
        callers.submit(() -> {
          if (edge.respond(request("ada", TOY)).status() == 200) {
            passed.incrementAndGet();
          }
        });
      }
    }

    assertThat(passed.get()).isEqualTo(7);
  }

  @Test
  void zeroIsNoLimit(DynamoDbClient client) {
    CommandEdge<Arguments> edge =
        new EdgeBench(client, Map.of("BATON_RATE_WRITE", "0")).edge(RateIT::done);

    for (int call = 0; call < 200; call++) {
      assertThat(edge.respond(request("ada", TOY)).status()).isEqualTo(200);
    }
  }

  @Test
  void aRateIsCallsDurationBurst() {
    assertThat(Rate.parse("X", "30/PT1M/10")).isEqualTo(new Rate(30, Duration.ofMinutes(1), 10));
    assertThat(Rate.parse("X", "0").isUnlimited()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "30", "30/1m/10", "30/PT1M", "30/PT1M/0", "-1/PT1M/1", "30/PT0S/1"})
  void anythingElseIsNoRate(String text) {
    assertThatThrownBy(() -> Rate.parse("BATON_RATE_READ", text))
        .isInstanceOf(SettingFault.class)
        .hasMessageContaining("BATON_RATE_READ");
  }

  private static Succeeded done(Arguments input, Call call) {
    return Succeeded.with(input.json(), "Done.");
  }
}
