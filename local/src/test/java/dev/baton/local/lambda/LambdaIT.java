package dev.baton.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.edge.AwsWorld;
import dev.baton.local.json.Jsons;
import dev.baton.local.template.AsyncPolicy;
import dev.baton.local.time.ManualTimeline;
import dev.baton.local.toy.ToyFunctions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

final class LambdaIT {
  private static final AsyncPolicy TO_LETTERS =
      new AsyncPolicy(2, Duration.ofHours(6), AwsWorld.LETTERS);

  @TempDir Path data;

  private final ManualTimeline time = new ManualTimeline(Instant.parse("2026-01-31T12:00:00Z"));
  private final ToyFunctions.Seen seen = new ToyFunctions.Seen();

  @Test
  void aSynchronousCallAnswersWithWhatTheFunctionWrote() throws Exception {
    LocalFunction echo = ToyFunctions.function("echo", event -> event);
    try (AwsWorld world = new AwsWorld(null, time, echo)) {
      InvokeResponse byName = invoke(world, "echo", InvocationType.REQUEST_RESPONSE, "{\"a\":1}");
      InvokeResponse byArn =
          invoke(world, echo.definition().arn(), InvocationType.REQUEST_RESPONSE, "{\"a\":2}");

      assertThat(byName.payload().asUtf8String()).isEqualTo("{\"a\":1}");
      assertThat(byName.functionError()).isNull();
      assertThat(byName.executedVersion()).isEqualTo("$LATEST");
      assertThat(byArn.payload().asUtf8String()).isEqualTo("{\"a\":2}");
    }
  }

  @Test
  void aFunctionThatThrowsIsDescribed() throws Exception {
    LocalFunction failing =
        ToyFunctions.function(
            "failing",
            event -> {
              throw new IOException("no luck");
            });
    try (AwsWorld world = new AwsWorld(null, time, failing)) {
      InvokeResponse response = invoke(world, "failing", InvocationType.REQUEST_RESPONSE, "{}");

      assertThat(response.functionError()).isEqualTo("Unhandled");
      assertThat(response.payload().asUtf8String())
          .startsWith("{\"errorMessage\":\"no luck\",\"errorType\":\"java.io.IOException\"");
    }
  }

  @Test
  void aFunctionThatTakesTooLongIsStopped() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    LocalFunction slow =
        ToyFunctions.function(
            "slow",
            Duration.ofMillis(100),
            AsyncPolicy.DEFAULT,
            event -> {
              try {
                never.await();
              } catch (InterruptedException stopped) {
                seen.add("stopped");
              }
              return "{}";
            });
    try (AwsWorld world = new AwsWorld(null, time, slow)) {
      InvokeResponse response = invoke(world, "slow", InvocationType.REQUEST_RESPONSE, "{}");

      assertThat(response.functionError()).isEqualTo("Unhandled");
      assertThat(response.payload().asUtf8String()).contains("Task timed out after 0.10 seconds");
      assertThat(seen.next()).isEqualTo("stopped");
    }
  }

  @Test
  void anUnknownFunctionIsNotFound() throws Exception {
    try (AwsWorld world = new AwsWorld(null, time)) {
      assertThatThrownBy(() -> invoke(world, "none", InvocationType.EVENT, "{}"))
          .isInstanceOf(ResourceNotFoundException.class)
          .hasMessageContaining("Function not found: none");
    }
  }

  @Test
  void anAliasLeadsToTheVersionThatIsPublished() throws Exception {
    LocalFunction called = ToyFunctions.published("called", TO_LETTERS, seen);
    String arn = called.definition().arn();
    try (AwsWorld world = new AwsWorld(null, time, called)) {
      for (String name :
          List.of("called:live", arn + ":live", "000000000000:function:called:live")) {
        InvokeResponse published = invoke(world, name, InvocationType.REQUEST_RESPONSE, "{}");
        assertThat(published.payload().asUtf8String()).isEqualTo("\"" + arn + ":live 1\"");
        assertThat(published.executedVersion()).isEqualTo("1");
      }
      InvokeResponse qualified =
          world.lambda().invoke(invoke -> invoke.functionName("called").qualifier("live"));
      InvokeResponse newest = invoke(world, "called", InvocationType.REQUEST_RESPONSE, "{}");

      assertThat(qualified.executedVersion()).isEqualTo("1");
      assertThat(newest.payload().asUtf8String()).isEqualTo("\"" + arn + " $LATEST\"");
      assertThat(newest.executedVersion()).isEqualTo("$LATEST");
      assertThatThrownBy(() -> invoke(world, "called:old", InvocationType.EVENT, "{}"))
          .isInstanceOf(ResourceNotFoundException.class)
          .hasMessageContaining("called:old");
    }
  }

  @Test
  void anEventIsHandledAsTheAliasThatItWasSentTo() throws Exception {
    LocalFunction called = ToyFunctions.published("called", TO_LETTERS, seen);
    try (AwsWorld world = new AwsWorld(null, time, called)) {
      invoke(world, "called:live", InvocationType.EVENT, "{}");

      assertThat(seen.next()).isEqualTo(called.definition().arn() + ":live 1");
    }
  }

  /** SAM configures the alias alone. */
  @Test
  void whatBecomesOfEventsIsSaidOfTheAlias() {
    Functions functions = Functions.of(List.of(ToyFunctions.published("called", TO_LETTERS, seen)));

    assertThat(functions.get("called:live").async()).isEqualTo(TO_LETTERS);
    assertThat(functions.get("called").async()).isEqualTo(AsyncPolicy.DEFAULT);
  }

  @Test
  void anEventIsTriedThreeTimesAndThenRecorded() throws Exception {
    LocalFunction failing =
        ToyFunctions.function(
            "failing",
            Duration.ofSeconds(30),
            TO_LETTERS,
            event -> {
              seen.add(event);
              throw new IOException("no luck");
            });
    try (AwsWorld world = new AwsWorld(null, time, failing)) {
      int status = invoke(world, "failing", InvocationType.EVENT, "{\"a\":1}").statusCode();
      assertThat(status).isEqualTo(202);
      for (int attempt = 1; attempt <= 3; attempt++) {
        assertThat(seen.next()).isEqualTo("{\"a\":1}");
        advanceUntilQuiet(world, attempt);
      }

      JsonNode record = Objects.requireNonNull(Jsons.parse(world.letters(1).getFirst().body()));
      assertThat(record.path("version").asText()).isEqualTo("1.0");
      assertThat(record.at("/requestContext/condition").asText()).isEqualTo("RetriesExhausted");
      assertThat(record.at("/requestContext/approximateInvokeCount").asInt()).isEqualTo(3);
      assertThat(record.at("/requestContext/functionArn").asText())
          .isEqualTo(failing.definition().arn() + ":$LATEST");
      assertThat(record.at("/requestPayload/a").asInt()).isEqualTo(1);
      assertThat(record.at("/responseContext/functionError").asText()).isEqualTo("Unhandled");
      assertThat(record.at("/responsePayload/errorMessage").asText()).isEqualTo("no luck");
      assertThat(world.pendingEvents()).isZero();
    }
  }

  @Test
  void anEventThatWasNotHandledIsRepeatedAfterARestart() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    LocalFunction hanging =
        ToyFunctions.function(
            "worker",
            event -> {
              seen.add("hangs on " + event);
              try {
                never.await();
              } catch (InterruptedException stopped) {
                throw new IOException(stopped);
              }
              return "{}";
            });
    try (AwsWorld world = new AwsWorld(data, time, hanging)) {
      invoke(world, "worker", InvocationType.EVENT, "{\"a\":1}");
      assertThat(seen.next()).isEqualTo("hangs on {\"a\":1}");
    }

    LocalFunction working =
        ToyFunctions.function(
            "worker",
            event -> {
              seen.add("works on " + event);
              return "{}";
            });
    try (AwsWorld world = new AwsWorld(data, time, working)) {
      assertThat(seen.next()).isEqualTo("works on {\"a\":1}");
    }
  }

  /** Moves time to the next try once the failure of this one is noted. */
  private void advanceUntilQuiet(AwsWorld world, int attempt) throws InterruptedException {
    for (int i = 0; i < 1_000 && seen.rest() == 0 && world.pendingEvents() > 0; i++) {
      time.advance(Duration.ofMillis(100L * attempt));
      new CountDownLatch(1).await(2, java.util.concurrent.TimeUnit.MILLISECONDS);
    }
  }

  private static InvokeResponse invoke(
      AwsWorld world, String function, InvocationType type, String payload) {
    return world
        .lambda()
        .invoke(invoke ->
            invoke
                .functionName(function)
                .invocationType(type)
                .payload(SdkBytes.fromUtf8String(payload)));
  }
}
