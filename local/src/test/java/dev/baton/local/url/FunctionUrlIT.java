package dev.baton.local.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.json.Jsons;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** What a Function URL does with a request and its response. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FunctionUrlIT {
  private UrlWorld world;

  @BeforeAll
  void start() throws Exception {
    world = new UrlWorld();
  }

  @AfterAll
  void stop() {
    world.close();
  }

  @Test
  void everyFlushIsAChunkWhileTheResponseIsOpen() throws Exception {
    try (RawClient client = RawClient.get(world.toy() + "stream?name=chunks")) {
      assertThat(client.head())
          .startsWith("HTTP/1.1 200")
          .containsIgnoringCase("content-type: text/event-stream; charset=utf-8")
          .doesNotContainIgnoringCase("content-encoding");
      assertThat(client.chunk()).isEqualTo(": open\n\n");
      world.push("chunks", "data: 1\n\n");
      assertThat(client.chunk()).isEqualTo("data: 1\n\n");
      world.push("chunks", "data: ü\n\n");
      assertThat(client.chunk()).isEqualTo("data: ü\n\n");
      world.end("chunks");
      assertThat(client.chunk()).isNull();
    }
  }

  @Test
  void theConnectionServesAgainAfterAStream() throws Exception {
    try (RawClient client = world.open(world.toy() + "stream?name=again")) {
      world.end("again");
      assertThat(client.chunk()).isNull();

      client.send("/api/toy/status?code=204");
      assertThat(client.head()).startsWith("HTTP/1.1 204");
      client.send("/api/toy/status?code=418");
      assertThat(client.head()).startsWith("HTTP/1.1 418");
      assertThat(client.chunk()).isEqualTo("status 418");
      assertThat(client.chunk()).isNull();
    }
  }

  @Test
  void theFunctionIsBelowApiOfTheFrontPortToo() throws Exception {
    try (RawClient client = world.open(world.stack.apiUrl() + "/api/toy/stream?name=front")) {
      world.push("front", "data: 1\n\n");
      assertThat(client.chunk()).isEqualTo("data: 1\n\n");
      world.end("front");
    }
    assertThat(world.echo(world.stack.apiUrl() + "/api/brief/echo").path("greeting").asText())
        .isEqualTo("second");
    assertThat(world.get(world.stack.apiUrl() + "/api/other/echo").statusCode()).isEqualTo(404);
  }

  @Test
  void theServerSeesTheRequestAsItWasSent() throws Exception {
    JsonNode echo =
        world.echo(world.toy() + "echo?a=%20b&a=c", "X-Own", "own", "Cookie", "a=1; b=2");

    assertThat(echo.path("greeting").asText()).isEqualTo("first");
    assertThat(echo.path("target").asText()).isEqualTo("/api/toy/echo?a=%20b&a=c");
    assertThat(echo.path("headers").path("cookie").asText()).isEqualTo("a=1;b=2");
    assertThat(echo.path("headers").path("host").asText())
        .isEqualTo(world.stack.streamUrl().replace("http://", ""));
    JsonNode posted =
        Objects.requireNonNull(Jsons.parse(world.post(world.toy() + "echo?", "häh").body()));
    assertThat(posted.path("method").asText()).isEqualTo("POST");
    assertThat(posted.path("body").asText()).isEqualTo("häh");
  }

  @Test
  void contextHeadersReplaceWhatAClientSent() throws Exception {
    long before = System.currentTimeMillis();
    JsonNode headers =
        world
            .echo(
                world.toy() + "echo?",
                "x-amzn-lambda-context",
                "{\"deadline\":1}",
                "X-Amzn-Request-Context",
                "forged")
            .path("headers");
    JsonNode lambda = Jsons.parse(headers.path("x-amzn-lambda-context").asText());
    JsonNode request = Jsons.parse(headers.path("x-amzn-request-context").asText());

    assertThat(Objects.requireNonNull(lambda).path("deadline").asLong())
        .isBetween(before + 30_000, System.currentTimeMillis() + 30_000);
    assertThat(lambda.path("request_id").asText()).hasSize(36);
    assertThat(lambda.path("xray_trace_id").asText()).startsWith("Root=1-");
    assertThat(lambda.path("env_config").path("function_name").asText())
        .isEqualTo("ToyStreamFunction");
    assertThat(lambda.path("env_config").path("memory").asInt()).isEqualTo(512);
    assertThat(Objects.requireNonNull(request).path("http").path("path").asText())
        .isEqualTo("/api/toy/echo");
    assertThat(request.path("http").path("sourceIp").asText()).isEqualTo("127.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 401, 404, 405, 500})
  void statusesAndCookiesComeThrough(int status) throws Exception {
    HttpResponse<String> response = world.get(world.toy() + "status?code=" + status);

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.body()).isEqualTo("status " + status);
    assertThat(response.headers().allValues("set-cookie"))
        .containsExactly("a=1; Path=/", "b=2; Path=/");
    assertThat(response.headers().allValues("date")).hasSize(1);
    assertThat(response.headers().allValues("content-type"))
        .containsExactly("application/octet-stream");
  }

  @Test
  void noContentHasNoBody() throws Exception {
    HttpResponse<String> response = world.get(world.toy() + "status?code=204");

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(response.body()).isEmpty();
    assertThat(response.headers().firstValue("transfer-encoding")).isEmpty();
  }

  @Test
  void aStreamBreaksOffAtTheTimeoutOfItsFunction() throws Exception {
    long before = System.nanoTime();
    try (RawClient client = world.open(world.brief() + "stream?name=late")) {
      assertThatThrownBy(client::chunk).isInstanceOf(IOException.class);
    }
    assertThat((System.nanoTime() - before) / 1_000_000).isBetween(950L, 5_000L);
  }

  @Test
  void aServerThatSaysNothingUntilTheTimeoutIsABadGateway() throws Exception {
    assertThat(world.get(world.brief() + "fate?name=never").statusCode()).isEqualTo(502);
  }

  @Test
  void aClientThatLeavesASilentStreamIsSeenByTheNextWriteOfTheServer() throws Exception {
    RawClient client = world.open(world.toy() + "stream?name=left");
    client.close();
    // The reset travels to the server; which of the writes meets it is the network's choice.
    Thread pusher = Thread.ofVirtual().start(() -> pushUntilInterrupted("left"));

    assertThat(world.get(world.toy() + "fate?name=left").body()).isEqualTo("gone");
    pusher.interrupt();
  }

  private void pushUntilInterrupted(String name) {
    try {
      while (!Thread.interrupted()) {
        world.push(name, ": hb\n\n");
      }
    } catch (Exception interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aServerThatBreaksInABodyLeavesTheAdaptersLastWords() throws Exception {
    HttpResponse<String> response = world.get(world.toy() + "fault?");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .startsWith("half")
        .contains("Lambda-Runtime-Function-Error-Type: Runtime.StreamError\r\n");
  }

  @Test
  void invokedWithoutItsUrlTheFunctionAnswersPreludeAndBody() {
    try (LambdaClient lambda = LambdaClient.create()) {
      String event =
          """
          {"version": "2.0", "rawPath": "/api/toy/status", "rawQueryString": "code=404",
           "headers": {"host": "toy"}, "requestContext": {"http": {"method": "GET"}}}\
          """;
      String answer =
          lambda
              .invoke(request ->
                  request.functionName("ToyStreamFunction").payload(SdkBytes.fromUtf8String(event)))
              .payload()
              .asUtf8String();

      assertThat(answer)
          .startsWith("{\"statusCode\":404,")
          .contains("\"cookies\":[\"a=1; Path=/\",\"b=2; Path=/\"]")
          .endsWith("}" + "\0".repeat(8) + "status 404");
    }
  }
}
