package dev.baton.local.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.json.Jsons;
import dev.baton.local.lambda.InvocationResult;
import dev.baton.local.lambda.LocalFunction;
import dev.baton.local.template.AsyncPolicy;
import dev.baton.local.template.AwsPlace;
import dev.baton.local.template.FunctionDefinition;
import dev.baton.local.template.TemplateException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes of a toy function under AWS's runtime interface client. */
final class EnvironmentsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir static Path directory;

  private static Path zip;

  @BeforeAll
  static void pack() throws IOException {
    zip = directory.resolve("toy.zip");
    String name = ToyProcessHandler.class.getName().replace('.', '/') + ".class";
    try (ZipOutputStream packed = new ZipOutputStream(Files.newOutputStream(zip));
        InputStream bytes = ToyProcessHandler.class.getClassLoader().getResourceAsStream(name)) {
      packed.putNextEntry(new ZipEntry(name));
      Objects.requireNonNull(bytes).transferTo(packed);
    }
  }

  @Test
  void aProcessServesCallAfterCallWithTheVariablesOfItsFunctionAndOfLambda() throws Exception {
    try (Environments environments = environments(2, 8)) {
      LocalFunction toy = function(environments, "toy", Map.of("TOY_GREETING", "hello"));

      JsonNode first = answer(toy, "env TOY_GREETING");
      JsonNode second = answer(toy, "env AWS_LAMBDA_FUNCTION_NAME");
      JsonNode third = answer(toy, "env HOME");

      assertThat(first.path("answer").asText()).isEqualTo("hello");
      assertThat(second.path("answer").asText()).isEqualTo("toy");
      assertThat(third.path("answer").asText()).isEqualTo("null");
      assertThat(List.of(pid(second), pid(third))).containsOnly(pid(first));
      assertThat(answer(toy, "time").path("answer").asInt()).isBetween(1, 30_000);
    }
  }

  @Test
  void aProcessThatCrashesIsStartedAnewAtTheNextCall() throws Exception {
    try (Environments environments = environments(1, 8)) {
      LocalFunction toy = function(environments, "toy", Map.of());
      long first = pid(answer(toy, "time"));

      InvocationResult crashed = toy.invoke(event("exit"));
      long second = pid(answer(toy, "time"));

      assertThat(text(crashed)).contains("Runtime.ExitError").contains("exit status 3");
      assertThat(second).isNotEqualTo(first);
    }
  }

  @Test
  void aProcessThatWasKilledWhileIdleIsNotNoticedByTheNextCall() throws Exception {
    try (Environments environments = environments(1, 8)) {
      LocalFunction toy = function(environments, "toy", Map.of());
      ProcessHandle first = ProcessHandle.of(pid(answer(toy, "time"))).orElseThrow();

      first.destroyForcibly();
      assertThat(first.onExit()).succeedsWithin(PATIENCE);

      assertThat(pid(answer(toy, "time"))).isNotEqualTo(first.pid());
    }
  }

  @Test
  void aFunctionThatThrowsKeepsItsProcess() throws Exception {
    try (Environments environments = environments(1, 8)) {
      LocalFunction toy = function(environments, "toy", Map.of());
      long first = pid(answer(toy, "time"));

      InvocationResult.Threw threw = (InvocationResult.Threw) toy.invoke(event("throw"));

      assertThat(threw.message()).isEqualTo("no luck");
      assertThat(threw.type()).isEqualTo("java.io.IOException");
      assertThat(text(threw)).contains("stackTrace");
      assertThat(pid(answer(toy, "time"))).isEqualTo(first);
    }
  }

  @Test
  void aConstructorThatThrowsIsTold() throws Exception {
    try (Environments environments = environments(1, 8)) {
      LocalFunction broken = function(environments, "toy", Map.of("TOY_BROKEN", "1"));

      assertThat(text(broken.invoke(event("time")))).contains("broken on purpose");
    }
  }

  @Test
  void aProcessThatPassesTheTimeoutIsKilled() throws Exception {
    try (Environments environments = environments(1, 8);
        ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      FunctionDefinition slow = definition("slow", Duration.ofMillis(500), Map.of());
      LocalFunction function = new LocalFunction(slow, environments.invoker(slow, true));

      InvocationResult result = function.invoke(event(Integer.toString(door.getLocalPort())));

      assertThat(result).isInstanceOf(InvocationResult.TimedOut.class);
      assertThat(text(result)).contains("Task timed out after 0.50 seconds");
      try (Socket caller = door.accept()) {
        assertThat(caller.getInputStream().read()).isOne();
        assertThat(caller.getInputStream().read()).as("the end of the caller").isNegative();
      }
    }
  }

  @Test
  void callsAtOnceHaveAProcessEachUpToTheLimitAndThenWaitForOne() throws Exception {
    try (Environments environments = environments(2, 8);
        ServerSocket door = new ServerSocket(0, 3, InetAddress.getLoopbackAddress())) {
      LocalFunction toy = function(environments, "toy", Map.of());
      List<CompletableFuture<Long>> pids = new ArrayList<>();
      for (int call = 0; call < 3; call++) {
        pids.add(
            CompletableFuture.supplyAsync(
                () -> pid(answer(toy, Integer.toString(door.getLocalPort()))),
                task -> Thread.ofVirtual().start(task)));
      }
      try (Socket first = door.accept();
          Socket second = door.accept()) {
        assertThat(List.of(first.getInputStream().read(), second.getInputStream().read()))
            .containsExactly(1, 1);
        assertThat(environments.size()).isEqualTo(2);
      }
      door.accept().close();

      assertThat(pids.stream().map(EnvironmentsIT::get).distinct()).hasSize(2);
    }
  }

  @Test
  void theLongestIdleIsEndedWhenMoreLiveThanAreKept() throws Exception {
    try (Environments environments = environments(2, 2)) {
      List<LocalFunction> functions = new ArrayList<>();
      for (String name : List.of("one", "two", "three")) {
        functions.add(function(environments, name, Map.of()));
      }
      List<Long> first = functions.stream().map(toy -> pid(answer(toy, "time"))).toList();
      assertThat(environments.size()).isEqualTo(2);

      long three = pid(answer(functions.get(2), "time"));
      long two = pid(answer(functions.get(1), "time"));
      long one = pid(answer(functions.get(0), "time"));

      assertThat(List.of(two, three)).isEqualTo(first.subList(1, 3));
      assertThat(one).isNotEqualTo(first.getFirst());
    }
  }

  @Test
  void noProcessOutlivesTheStack() throws Exception {
    ProcessHandle process;
    try (Environments environments = environments(1, 8)) {
      LocalFunction toy = function(environments, "toy", Map.of());
      process = ProcessHandle.of(pid(answer(toy, "time"))).orElseThrow();
    }
    assertThat(process.isAlive()).isFalse();
  }

  @Test
  void aZipThatIsNotBuiltIsNamed() throws Exception {
    try (Environments environments = environments(1, 8)) {
      FunctionDefinition absent =
          new FunctionDefinition(
              "toy",
              "toy",
              "arn",
              "any",
              Path.of("no.zip"),
              PATIENCE,
              512,
              Map.of(),
              AsyncPolicy.DEFAULT,
              null,
              "");

      assertThatThrownBy(() -> environments.invoker(absent, true))
          .isInstanceOf(TemplateException.class)
          .hasMessageContaining("no.zip")
          .hasMessageContaining("./mvnw -DskipTests package");
    }
  }

  private static Environments environments(int concurrency, int live) throws IOException {
    return new Environments(new Isolation(concurrency, live), "http://127.0.0.1:9");
  }

  private static LocalFunction function(
      Environments environments, String name, Map<String, String> variables) {
    FunctionDefinition definition = definition(name, PATIENCE, variables);
    return new LocalFunction(definition, environments.invoker(definition, true));
  }

  private static FunctionDefinition definition(
      String name, Duration timeout, Map<String, String> variables) {
    return new FunctionDefinition(
        name,
        name,
        AwsPlace.LOCAL.function(name),
        ToyProcessHandler.class.getName(),
        zip,
        timeout,
        128,
        variables,
        AsyncPolicy.DEFAULT,
        null,
        "");
  }

  private static byte[] event(String text) {
    return ("\"" + text + "\"").getBytes(StandardCharsets.UTF_8);
  }

  private static JsonNode answer(LocalFunction function, String text) {
    InvocationResult result = function.invoke(event(text));
    assertThat(result).as(text(result)).isInstanceOf(InvocationResult.Returned.class);
    return Objects.requireNonNull(Jsons.parse(result.payload()));
  }

  private static long pid(JsonNode answer) {
    return answer.path("pid").asLong();
  }

  private static long get(CompletableFuture<Long> pid) {
    return pid.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  private static String text(InvocationResult result) {
    return new String(result.payload(), StandardCharsets.UTF_8);
  }
}
