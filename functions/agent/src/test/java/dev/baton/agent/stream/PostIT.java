package dev.baton.agent.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.baton.agent.core.run.Run;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Prompts of clients of other protocols. Streaming specification, section 5.3. */
@ExtendWith(DynamoDbLocal.class)
class PostIT {
  private static final String PROMPT =
      "{\"messages\":[{\"id\":\"m0\",\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"text\":\"old\"}]},"
          + "{\"id\":\"m1\",\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"text\":\"Hello\"}]}]}";

  private final Stage stage;
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpServer api;
  private volatile int status = 200;
  private volatile String answer = "{}";
  private int port;

  PostIT(DynamoDbClient client) throws IOException {
    stage = new Stage(client);
    api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    api.createContext(
        "/",
        exchange -> {
          try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            String key = exchange.getRequestHeaders().getFirst("Authorization");
            calls.add(exchange.getRequestURI().getPath() + " " + key + " " + body);
            byte[] bytes = answer.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
          }
        });
    api.start();
    stage.api = "http://127.0.0.1:" + api.getAddress().getPort();
  }

  @BeforeEach
  void start() throws IOException {
    port = stage.server().port();
  }

  @AfterEach
  void stop() {
    stage.close();
    api.stop(0);
  }

  private HttpResponse<String> post(String query, String type, String body) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + port + "/api/agent/stream?" + query);
    return http.send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", type)
            .header("Authorization", "Bearer key")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private void answersWith(Run run) {
    answer = "{\"success\":true,\"data\":{\"runId\":\"" + run.id() + "\"}}";
  }

  @Test
  void aPromptIsSentByItsCallerAndItsRunIsTold() throws Exception {
    Run run = stage.recorded(stage.session(), 2);
    answersWith(run);

    HttpResponse<String> response =
        post("protocol=ai-sdk&session_id=" + run.sessionId(), "application/json", PROMPT);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("x-vercel-ai-ui-message-stream")).hasValue("v1");
    assertThat(response.body()).contains("\"type\":\"start\"").endsWith("data: [DONE]\n\n");
    assertThat(calls)
        .containsExactly(
            "/commands/agent-send Bearer key {\"sessionId\":\""
                + run.sessionId()
                + "\",\"message\":\"Hello\",\"clientRequestId\":\"m1\"}");
  }

  @Test
  void aThreadIsASessionToTheOtherProtocol() throws Exception {
    Run run = stage.recorded(stage.session(), 2);
    answersWith(run);
    String body =
        "{\"threadId\":\""
            + run.sessionId()
            + "\",\"runId\":\"r1\",\"messages\":[{\"id\":\"m1\",\"role\":\"user\",\"content\":\"Hi\"}]}";

    HttpResponse<String> response = post("protocol=ag-ui", "application/json", body);

    assertThat(response.body()).contains("RUN_STARTED", "RUN_FINISHED");
    assertThat(calls.getFirst()).contains("\"message\":\"Hi\",\"clientRequestId\":\"r1\"");
  }

  @Test
  void answersAreGivenOneByOne() throws Exception {
    Run run = stage.recorded(stage.session(), 1);
    answersWith(run);
    String body =
        "{\"threadId\":\""
            + run.sessionId()
            + "\",\"resume\":[{\"interruptId\":\"apr_1\",\"status\":\"resolved\"},"
            + "{\"interruptId\":\"apr_2\",\"status\":\"resolved\",\"payload\":{\"approved\":false}},"
            + "{\"interruptId\":\"apr_3\",\"status\":\"cancelled\"}]}";

    post("protocol=ag-ui", "application/json", body);

    assertThat(calls)
        .allMatch(call -> call.startsWith("/commands/agent-approve Bearer key"))
        .extracting(call -> call.replaceAll(".*\"approvalId\"", ""))
        .containsExactly(
            ":\"apr_1\",\"approved\":true}",
            ":\"apr_2\",\"approved\":false}",
            ":\"apr_3\",\"approved\":false}");
  }

  @Test
  void refusalsArePassedOn() throws Exception {
    String session = stage.session();
    for (int refusal : List.of(401, 404, 409, 429)) {
      status = refusal;
      answer = "{\"success\":false,\"error\":{\"code\":\"X" + refusal + "\"}}";
      HttpResponse<String> response =
          post("protocol=ai-sdk&session_id=" + session, "application/json", PROMPT);
      assertThat(response.statusCode()).isEqualTo(refusal);
      assertThat(response.body()).isEqualTo(answer);
    }
  }

  @Test
  void whatIsNoPromptIsRefusedAndCallsNothing() throws Exception {
    String session = stage.session();
    String query = "protocol=ai-sdk&session_id=" + session;
    String json = "application/json";
    assertThat(post(query, "text/plain", PROMPT).statusCode()).isEqualTo(415);
    assertThat(post(query, json, "x".repeat((1 << 20) + 1)).statusCode()).isEqualTo(413);
    String regenerate = PROMPT.replaceFirst("\\{", "{\"trigger\":\"regenerate-message\",");
    for (String body : List.of("", "[]", "{}", "{\"messages\":[]}", regenerate)) {
      assertThat(post(query, json, body).statusCode()).as(body).isEqualTo(400);
    }
    assertThat(post("session_id=" + session, json, PROMPT).statusCode()).isEqualTo(400);
    assertThat(post("protocol=native&session_id=" + session, json, PROMPT).statusCode())
        .isEqualTo(400);
    assertThat(post(query + "&protocol=ai-sdk", json, PROMPT).statusCode()).isEqualTo(400);
    assertThat(post("protocol=ai-sdk", json, PROMPT).statusCode()).isEqualTo(400);
    assertThat(calls).isEmpty();
  }

  @Test
  void aSessionThatIsNotThereIsAnsweredByTheCommandLikeAForeignOne() throws Exception {
    String missing = "protocol=ai-sdk&session_id=ses_" + "A".repeat(22);
    String nobodys = post(missing, "application/json", PROMPT).body();
    assertThat(nobodys).contains("SESSION_NOT_FOUND");
    assertThat(calls).isEmpty();

    String foreign = "protocol=ai-sdk&session_id=" + stage.session();
    for (int refusal : List.of(401, 404)) {
      status = refusal;
      answer = "{\"success\":false,\"error\":{\"code\":\"X" + refusal + "\"}}";
      for (String query : List.of(missing, foreign)) {
        HttpResponse<String> response = post(query, "application/json", PROMPT);
        assertThat(response.statusCode()).isEqualTo(refusal);
        assertThat(response.body()).isEqualTo(answer);
      }
    }
  }
}
