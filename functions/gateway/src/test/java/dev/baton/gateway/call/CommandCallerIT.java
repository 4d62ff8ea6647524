package dev.baton.gateway.call;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.baton.core.command.Exposure.Surface;
import dev.baton.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CommandCallerIT {
  private static final InstantSource CLOCK = InstantSource.system();

  private final HttpServer server;

  CommandCallerIT() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @ParameterizedTest
  @CsvSource({
    "401,UNAUTHORIZED,false",
    "403,FORBIDDEN,false",
    "404,COMMAND_NOT_FOUND,false",
    "413,PAYLOAD_TOO_LARGE,false",
    "429,RATE_LIMITED,true",
    "500,INTERNAL_ERROR,true",
    "503,SERVICE_UNAVAILABLE,true",
    "504,TIMEOUT,true"
  })
  void whatTheApiItselfSaysIsTranslated(int status, String code, boolean retryable) {
    answering(status, "{\"message\":\"whatever\"}");

    Called called = call(Duration.ofSeconds(5));

    assertThat(called.status()).isEqualTo(status);
    assertThat(called.result().json().write())
        .contains("\"code\":\"" + code + "\"")
        .contains("\"retryable\":" + retryable)
        .contains("\"traceId\":\"t-1\"");
  }

  @Test
  void whatACommandSaysIsPassedOn() {
    String refusal =
        "{\"success\":false,\"error\":{\"code\":\"ROOM_FULL\",\"message\":\"m\",\"suggestion\":\"s\"},"
            + "\"metadata\":{}}";
    answering(409, refusal);

    Called called = call(Duration.ofSeconds(5));

    assertThat(called.status()).isEqualTo(409);
    assertThat(called.result().json().write()).isEqualTo(refusal);
  }

  @Test
  void silenceIsATimeout() {
    server.createContext("/", exchange -> {});

    assertThat(call(Duration.ofMillis(50)).result().json().write())
        .contains("\"code\":\"TIMEOUT\"");
  }

  @Test
  void nobodyThereIsUnavailable() {
    server.stop(0);

    assertThat(call(Duration.ofSeconds(5)).result().json().write())
        .contains("\"code\":\"SERVICE_UNAVAILABLE\"");
  }

  private void answering(int status, String body) {
    server.createContext(
        "/",
        exchange -> {
          byte[] bytes = body.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private Called call(Duration patience) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      CommandCaller caller =
          new CommandCaller(client, new CallTimes(patience, Duration.ofSeconds(20)), CLOCK);
      Errand errand =
          new Errand(
              "127.0.0.1:" + server.getAddress().getPort(),
              "Bearer any",
              "t-1",
              Surface.CLI,
              caller.deadline(CLOCK.millis()));
      return caller.call(errand, new CommandCall("toy-open", JsonObject.EMPTY, "t-1", null));
    }
  }
}
