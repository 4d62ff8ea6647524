package dev.baton.survey.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.participant.effect.FaultClass;
import dev.baton.survey.core.participant.effect.GraphFault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Survey spec §3.1 and §3.4, row by row, over real connections. */
class GraphClientIT {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final JsonObject BODY = JsonObject.builder().put("text", "é\uD83D\uDE42").build();

  private LoopbackGraph graph;
  private GraphClient client;

  @BeforeEach
  void start() throws IOException {
    graph = new LoopbackGraph();
    client = new GraphClient(graph.settings(LONG), page -> "T-" + page, InstantSource.system());
  }

  @AfterEach
  void stop() {
    graph.close();
  }

  @Test
  void eachCallGoesToItsEdgeWithTheTokenInTheHeader() {
    client.send("1", BODY, LONG);
    client.passThread("1", BODY, LONG);
    client.takeThread("2", BODY, LONG);

    assertThat(graph.requests())
        .containsExactly(
            request("/v25.0/me/messages", "1"),
            request("/v25.0/me/pass_thread_control", "1"),
            request("/v25.0/me/take_thread_control", "2"));
  }

  @Test
  void emptyVersionLeavesTheSegmentOut() {
    GraphSettings settings = new GraphSettings(graph.url() + "/", "", LONG);

    new GraphClient(settings, page -> "T", InstantSource.system()).send("1", BODY, LONG);

    assertThat(graph.requests().getFirst().uri()).isEqualTo("/me/messages");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"success\":true}",
        "{\"recipient_id\":\"1\",\"message_id\":\"m\"}",
        "{\"x\":[]}"
      })
  void objectWithoutErrorIsSuccess(String body) {
    graph.answers(200, body);

    assertThat(client.send("1", BODY, LONG)).isEqualTo(new GraphResult.Done());
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 503})
  void errorIsAnErrorWhateverTheStatus(int status) {
    graph.answers(status, "{\"error\":{\"code\":551,\"message\":\"gone\"}}");

    assertThat(fault().faultClass()).isEqualTo(FaultClass.LATER);
    assertThat(fault().code()).isEqualTo("551");
  }

  @ParameterizedTest
  @CsvSource({"500,NOW", "404,NEVER"})
  void statusDecidesWhereThereIsNoCode(int status, FaultClass expected) {
    graph.answers(status, "<html>");
    assertThat(fault().faultClass()).isEqualTo(expected);

    graph.answers(status, "");
    assertThat(fault().faultClass()).isEqualTo(expected);
  }

  @Test
  void codeMayBeTextAndErrorMayBeAnything() {
    graph.answers(200, "{\"error\":{\"code\":\"551\",\"message\":\"gone\"}}");
    assertThat(fault()).isEqualTo(new GraphFault(FaultClass.LATER, "551", null, "gone", null));

    graph.answers(200, "{\"error\":\"oops\"}");
    assertThat(fault().faultClass()).isEqualTo(FaultClass.NEVER);
  }

  @Test
  void retryAfterIsSecondsOrADate() {
    graph.answers(exchange -> retryAfter(exchange, "7"));
    assertThat(fault().retryAfterMillis()).isEqualTo(7_000);

    client =
        new GraphClient(
            graph.settings(LONG),
            page -> "T",
            InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")));
    graph.answers(exchange -> retryAfter(exchange, "Thu, 1 Jan 2026 00:00:05 GMT"));
    assertThat(fault().retryAfterMillis()).isEqualTo(5_000);

    graph.answers(exchange -> retryAfter(exchange, "soon"));
    assertThat(fault().retryAfterMillis()).isNull();
  }

  @Test
  void refusedConnectionWasNeverWritten() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    client = clientOf(port, LONG);

    assertThat(fault().faultClass()).isEqualTo(FaultClass.NOW);
  }

  @Test
  void connectionDroppedAfterTheRequestLeavesItInDoubt() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> readOnceAndDrop(server));
      client = clientOf(server.getLocalPort(), LONG);

      assertThat(client.send("1", BODY, LONG)).isInstanceOf(GraphResult.Unclear.class);
    }
  }

  @Test
  void answerThatDoesNotComeInTimeLeavesTheRequestInDoubt() {
    CountDownLatch released = new CountDownLatch(1);
    graph.answers(exchange -> {
      await(released);
      LoopbackGraph.respond(exchange, 200, "{}");
    });

    GraphResult result = client.send("1", BODY, Duration.ofMillis(300));
    released.countDown();

    assertThat(result).isInstanceOf(GraphResult.Unclear.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "[]", "\"ok\"", "{\"cut"})
  void successWithoutAReadableObjectLeavesTheRequestInDoubt(String body) {
    graph.answers(200, body);

    assertThat(client.send("1", BODY, LONG)).isInstanceOf(GraphResult.Unclear.class);
  }

  @Test
  void redirectIsNotFollowed() {
    graph.answers(exchange -> {
      exchange.getResponseHeaders().set("Location", graph.url() + "/elsewhere");
      LoopbackGraph.respond(exchange, 302, "");
    });

    assertThat(fault().faultClass()).isEqualTo(FaultClass.NEVER);
    assertThat(graph.requests()).hasSize(1);
  }

  @Test
  void pageWithoutTokenIsNotCalled() {
    client = new GraphClient(graph.settings(LONG), page -> null, InstantSource.system());

    assertThat(fault().faultClass()).isEqualTo(FaultClass.NEVER);
    assertThat(graph.requests()).isEmpty();
  }

  private GraphFault fault() {
    GraphResult result = client.send("1", BODY, LONG);
    assertThat(result).isInstanceOf(GraphResult.Refused.class);
    return ((GraphResult.Refused) result).fault();
  }

  private static GraphClient clientOf(int port, Duration timeout) {
    GraphSettings settings = new GraphSettings("http://127.0.0.1:" + port, "v25.0", timeout);
    return new GraphClient(settings, page -> "T", InstantSource.system());
  }

  private static LoopbackGraph.Request request(String uri, String page) {
    return new LoopbackGraph.Request(
        "POST", uri, "Bearer T-" + page, "application/json", BODY.write());
  }

  private static void retryAfter(HttpExchange exchange, String value) throws IOException {
    exchange.getResponseHeaders().set("Retry-After", value);
    LoopbackGraph.respond(exchange, 429, "");
  }

  private static void readOnceAndDrop(ServerSocket server) {
    try (Socket socket = server.accept()) {
      int read = socket.getInputStream().read(new byte[65_536]);
      assertThat(read).isPositive();
    } catch (IOException fault) {
      throw new IllegalStateException(fault);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
