package dev.baton.local.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.baton.local.json.Jsons;
import dev.baton.local.template.AsyncPolicy;
import dev.baton.local.template.FunctionDefinition;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real adapter in front of a server of ours: what local emulation stands on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AdapterIT {
  private static final Map<String, String> TOY =
      Map.of("BATON_SERVER", "dev.baton.local.toy.ToyServer", "TOY_GREETING", "adapted");

  @TempDir static Path directory;

  private Path root;
  private AdapterWorld world;

  @BeforeAll
  void start() throws Exception {
    AdapterBuild.program();
    root = TaskRoot.ofClassPath(directory.resolve("task"));
    world = new AdapterWorld(root, TOY).withServer();
  }

  @AfterAll
  void stop() throws Exception {
    if (world != null) {
      world.close();
      TaskRoot.unlink(root);
    }
  }

  @Test
  void everyFlushIsAChunkOfItsOwnWhileTheResponseIsOpen() throws Exception {
    Answer answer = world.send(UrlRequest.get("/api/toy/stream?name=a", Map.of()));

    assertThat(answer.mode()).isEqualTo("streaming");
    assertThat(answer.prelude().path("statusCode").asInt()).isEqualTo(200);
    assertThat(answer.prelude().path("headers").path("content-type").asText())
        .isEqualTo("text/event-stream; charset=utf-8");
    assertThat(answer.next()).isEqualTo(": open\n\n");
    for (String piece : new String[] {"data: 1\n\n", "data: ü\n\n", ":\n\n"}) {
      world.past("/push?name=a", piece);
      assertThat(answer.next()).isEqualTo(piece);
    }
    world.past("/end?name=a", "");
    assertThat(answer.next()).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 401, 403, 404, 405, 500})
  void statusesBodiesAndCookiesComeThrough(int status) throws Exception {
    Answer answer = world.send(UrlRequest.get("/api/toy/status?code=" + status, Map.of()));

    assertThat(answer.prelude().path("statusCode").asInt()).isEqualTo(status);
    assertThat(answer.prelude().path("cookies").toString())
        .isEqualTo("[\"a=1; Path=/\",\"b=2; Path=/\"]");
    assertThat(answer.prelude().path("headers").has("set-cookie")).isFalse();
    assertThat(answer.prelude().path("headers").path("content-type").asText())
        .isEqualTo("application/octet-stream");
    assertThat(answer.rest()).isEqualTo("status " + status);
  }

  @Test
  void noContentEndsAtOnce() throws Exception {
    Answer answer = world.send(UrlRequest.get("/api/toy/status?code=204", Map.of()));

    assertThat(answer.prelude().path("statusCode").asInt()).isEqualTo(204);
    assertThat(answer.next()).isNull();
  }

  @Test
  void theServerSeesTheRequestAsItWasSent() throws Exception {
    JsonNode echo = echo(Map.of("last-event-id", "7", "authorization", "Bearer b"));

    assertThat(echo.path("greeting").asText()).isEqualTo("adapted");
    assertThat(echo.path("target").asText()).isEqualTo("/api/toy/echo?a=%20b&a=c");
    assertThat(echo.path("headers").path("last-event-id").asText()).isEqualTo("7");
    assertThat(echo.path("headers").path("authorization").asText()).isEqualTo("Bearer b");
    assertThat(echo.path("headers").path("host").asText()).isEqualTo("toy.lambda-url.example.org");
    assertThat(echo.path("headers").path("cookie").asText()).isEqualTo("a=1;b=2");
  }

  @Test
  void contextHeadersReplaceWhatAClientSent() throws Exception {
    long before = System.currentTimeMillis();
    JsonNode headers =
        echo(Map.of("x-amzn-lambda-context", "forged", "x-amzn-request-context", "forged"))
            .path("headers");

    assertThat(json(headers, "x-amzn-lambda-context").path("deadline").asLong())
        .isBetween(before + 59_000, System.currentTimeMillis() + 60_000);
    assertThat(json(headers, "x-amzn-request-context").path("http").path("sourceIp").asText())
        .isEqualTo("192.0.2.1");
  }

  @Test
  void theEmulationSaysWhatTheAdapterSays() throws Exception {
    JsonNode lambda = json(echo(Map.of()).path("headers"), "x-amzn-lambda-context");
    FunctionDefinition function =
        new FunctionDefinition(
            "toy",
            "toy",
            "arn",
            "run.sh",
            Path.of("toy.zip"),
            Duration.ofSeconds(3),
            512,
            TOY,
            AsyncPolicy.DEFAULT,
            null,
            "");
    Invocation invocation = new Invocation(Jsons.object(), "r-1", Instant.now());

    JsonNode emulated =
        json(Jsons.tree(ContextHeaders.of(function, invocation)), "x-amzn-lambda-context");
    assertThat(names(emulated)).containsExactlyInAnyOrderElementsOf(names(lambda));
    assertThat(names(emulated.path("env_config")))
        .containsExactlyInAnyOrderElementsOf(names(lambda.path("env_config")));
  }

  @Test
  void noInvocationIsFetchedBeforeTheServerIsHealthy() throws Exception {
    AtomicInteger checks = new AtomicInteger();
    AtomicBoolean early = new AtomicBoolean();
    try (AdapterWorld alone = new AdapterWorld(root, TOY)) {
      assertThat(alone.api().extension())
          .succeedsWithin(Duration.ofSeconds(10))
          .isEqualTo("lambda-adapter");
      HttpServer slow =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), alone.port()), 0);
      slow.createContext(
          "/healthz",
          exchange -> {
            early.compareAndSet(false, alone.api().asked().isDone());
            boolean healthy = checks.incrementAndGet() > 20;
            exchange.sendResponseHeaders(healthy ? 200 : 404, -1);
            exchange.close();
          });
      slow.start();

      alone.awaitReady();
      slow.stop(0);
    }
    assertThat(early.get()).isFalse();
    assertThat(checks.get()).isEqualTo(21);
  }

  @Test
  void aServerThatDiesInABodyLeavesTwoLinesAndIsAnErrorAfterwards() throws Exception {
    try (AdapterWorld dying = new AdapterWorld(root, TOY).withServer()) {
      Answer answer = dying.send(UrlRequest.get("/api/toy/stream?name=a", Map.of()));
      assertThat(answer.next()).isEqualTo(": open\n\n");
      kill(dying);

      assertThat(answer.rest())
          .startsWith("Lambda-Runtime-Function-Error-Type: Runtime.StreamError\r\n")
          .contains("Lambda-Runtime-Function-Error-Body: ");
      assertThat(dying.send(UrlRequest.get("/api/toy/echo", Map.of())).error().has("errorType"))
          .isTrue();
    }
  }

  private static void kill(AdapterWorld dying) throws Exception {
    try {
      dying.past("/halt", "");
    } catch (HttpTimeoutException late) {
      throw late;
    } catch (IOException gone) {
      // As asked for.
    }
  }

  @Test
  void aServerThatIsToldToStopEndsItsStreamsAndExitsWithZero() throws Exception {
    try (AdapterWorld stopping = new AdapterWorld(root, TOY).withServer()) {
      Answer answer = stopping.send(UrlRequest.get("/api/toy/stream?name=a", Map.of()));
      assertThat(answer.next()).isEqualTo(": open\n\n");

      assertThat(stopping.terminate()).isZero();
      assertThat(answer.rest()).isEqualTo("bye");
    }
  }

  private JsonNode echo(Map<String, String> headers) throws Exception {
    Answer answer =
        world.send(UrlRequest.get("/api/toy/echo?a=%20b&a=c", headers).withCookies("a=1", "b=2"));
    return Objects.requireNonNull(Jsons.parse(answer.rest()));
  }

  private static JsonNode json(JsonNode headers, String name) {
    return Objects.requireNonNull(Jsons.parse(headers.path(name).asText()));
  }

  private static Iterable<String> names(JsonNode object) {
    Iterator<String> names = object.fieldNames();
    return () -> names;
  }
}
