package dev.baton.local.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.anthropic.core.http.StreamResponse;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The stand-in sees at once when and by whom a socket ends. */
final class SocketsIT {
  private static final Duration AT_ONCE = Duration.ofSeconds(1);
  private static final String STALLED =
      """
      {"blocks": [{"type": "text", "text": "Hello there, room"},
        {"type": "tool_use", "name": "f", "input": {"roomId": "lobby"}}],
       "faults": {"stall": {"where": "%s", "ms": 60000}}}
      """;

  private final ModelWorld world = new ModelWorld();

  @AfterEach
  void close() {
    world.close();
  }

  @ParameterizedTest
  @CsvSource({"before_first_delta, 2", "mid_text, 3", "mid_arguments, 9"})
  void aStreamThatTheSdkClosesWhileItStallsIsSeen(String where, int events) {
    world.script(STALLED.formatted(where));
    Instant closing;
    try (StreamResponse<RawMessageStreamEvent> stream =
        world.client().messages().createStreaming(ModelWorld.params(ModelWorld.says("Hello")))) {
      Iterator<RawMessageStreamEvent> heard = stream.stream().iterator();
      for (int event = 0; event < events; event++) {
        heard.next();
      }
      closing = Instant.now();
    }

    assertClosedByClient(closing);
  }

  @Test
  void aCallThatIsInterruptedBeforeHeadersIsSeen() throws InterruptedException {
    world.script(STALLED.formatted("before_headers"));
    Thread caller =
        Thread.startVirtualThread(() -> {
          try (var stream =
              world
                  .client()
                  .messages()
                  .createStreaming(ModelWorld.params(ModelWorld.says("Hello")))) {
            stream.stream().forEach(event -> {});
          } catch (RuntimeException interrupted) {
            assertThat(interrupted).isNotNull();
          }
        });
    world.requests(1, 0);

    Instant closing = Instant.now();
    caller.interrupt();

    assertClosedByClient(closing);
    caller.join();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aClientThatClosesOrResetsWhileItIsSlowlyToldIsSeen(boolean reset) throws IOException {
    world.script(
        "{\"blocks\": [{\"type\": \"text\", \"text\": \"%s\"}], \"delay_ms\": 20}"
            .formatted("word ".repeat(2000)));
    Socket socket = open();
    socket.getInputStream().readNBytes(2000);

    Instant closing = Instant.now();
    socket.setSoLinger(reset, 0);
    socket.close();

    assertClosedByClient(closing);
  }

  @Test
  void aCutIsTheServersClose() {
    world.script(
        "{\"blocks\": [{\"type\": \"text\", \"text\": \"ok\"}], \"faults\": {\"cut\": true}}");

    world.stream(ModelWorld.says("Hello")).broken();

    JsonNode request = world.requests(1, 1).getFirst();
    assertThat(request.path("closed").path("by").asText()).isEqualTo("server");
    assertThat(request.path("finished").isNull()).isTrue();
  }

  @Test
  void oneSocketServesManyRequests() throws IOException {
    world.script("{\"blocks\": [{\"type\": \"text\", \"text\": \"one\"}]}", "{\"blocks\": []}");

    try (Socket socket = open()) {
      write(socket);
      readAnswers(socket, 2);
    }

    assertThat(world.requests(2, 2))
        .extracting(
            request -> request.path("finished").isNull(),
            request -> request.path("closed").path("by").asText())
        .containsOnly(tuple(false, "client"));
  }

  private void assertClosedByClient(Instant closing) {
    JsonNode request = world.requests(1, 1).getFirst();
    assertThat(request.path("closed").path("by").asText()).isEqualTo("client");
    assertThat(request.path("finished").isNull()).isTrue();
    Instant at = Instant.parse(request.path("closed").path("at").asText());
    assertThat(Duration.between(closing, at)).isLessThan(AT_ONCE);
  }

  private Socket open() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(world.url()).getPort());
    write(socket);
    return socket;
  }

  /** Reads so many answers to their last chunks: whoever closes earlier cuts them. */
  private static void readAnswers(Socket socket, int answers) throws IOException {
    StringBuilder read = new StringBuilder();
    int ends = 0;
    while (ends < answers) {
      int next = socket.getInputStream().read();
      assertThat(next).as("the socket ended after: %s", read).isNotNegative();
      read.append((char) next);
      ends += read.toString().endsWith("\r\n0\r\n\r\n") ? 1 : 0;
    }
  }

  private static void write(Socket socket) throws IOException {
    byte[] body = ModelWorld.says("Hello", "\"stream\": true").getBytes(StandardCharsets.UTF_8);
    String head =
        "POST /v1/messages HTTP/1.1\r\nHost: x\r\nx-api-key: test-key\r\nanthropic-version: 1\r\n"
            + "Content-Length: "
            + body.length
            + "\r\n\r\n";
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().write(body);
  }
}
