package dev.baton.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.local.lambda.RetryPace;
import dev.baton.local.process.FreePorts;
import dev.baton.local.time.ManualTimeline;
import dev.baton.local.toy.Letters;
import dev.baton.local.toy.ToySocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.ActionAfterCompletion;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The whole stack with toy functions, met through its sockets. */
final class LocalStackIT {
  private static final RetryPace QUICK = new RetryPace(Duration.ofMillis(1), Duration.ofMillis(5));

  @TempDir Path data;

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void aWriteReachesTheFunctionBehindTheStream() throws Exception {
    try (LocalStack stack = LocalStack.start(settings());
        SqsClient sqs = SqsClient.create()) {
      HttpResponse<String> created = post(stack, "/items", "{\"pk\":\"a\",\"wake\":1}");
      post(stack, "/items", "{\"pk\":\"filtered away\"}");
      post(stack, "/items", "{\"pk\":\"b\",\"wake\":2}");

      assertThat(created.statusCode()).isEqualTo(201);
      assertThat(created.body()).isEqualTo("write");
      assertThat(Letters.receive(sqs, "baton-copies", 2)).containsExactly("copy a", "copy b");
    }
  }

  @Test
  void everyStreamHasItsOwnFunctionAndAnyOfItsFiltersMayMatch() throws Exception {
    try (LocalStack stack = LocalStack.start(settings());
        DynamoDbClient dynamo = DynamoDbClient.create();
        SqsClient sqs = SqsClient.create()) {
      put(dynamo, Map.of("pk", AttributeValue.fromS("session#1")));
      put(
          dynamo,
          Map.of("pk", AttributeValue.fromS("session#2"), "effects", AttributeValue.fromS("[]")));
      put(dynamo, Map.of("pk", AttributeValue.fromS("entry#1")));
      post(stack, "/items", "{\"pk\":\"a\",\"wake\":1}");

      assertThat(Letters.receive(sqs, "baton-copies", 3))
          .containsExactlyInAnyOrder("note session#2", "note entry#1", "copy a");
    }
  }

  private static void put(DynamoDbClient dynamo, Map<String, AttributeValue> item) {
    dynamo.putItem(put -> put.tableName("NotesTable").item(item));
  }

  @Test
  void aFunctionAnswersASocketOverTheManagementApi() throws Exception {
    try (LocalStack stack = LocalStack.start(settings())) {
      ToySocket socket = ToySocket.open(http, stack.apiUrl().replace("http", "ws") + "/live");

      socket.send("{\"action\":\"say\"}");
      socket.send("hello");

      assertThat(List.of(socket.next(), socket.next()))
          .containsExactlyInAnyOrder("say {\"action\":\"say\"}", "$default hello");
      assertThat(stack.sockets().open()).hasSize(1);
    }
  }

  @Test
  void theRunnersOwnOriginsAreAllowed() throws Exception {
    try (LocalStack stack = LocalStack.start(settings())) {
      String own = stack.apiUrl();
      for (String origin : List.of(own, own.replace("127.0.0.1", "localhost"))) {
        assertThat(allowedOrigin(stack, origin)).contains(origin);
      }
      assertThat(allowedOrigin(stack, "http://localhost:1")).isEmpty();
      assertThat(allowedOrigin(stack, "https://console.example.org")).isEmpty();
    }
  }

  private Optional<String> allowedOrigin(LocalStack stack, String origin) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(stack.apiUrl() + "/nowhere"))
            .header("Origin", origin)
            .build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(200);
    return response.headers().firstValue("access-control-allow-origin");
  }

  @Test
  void asynchronousEventsAreRetriedAndThenDeadLettered() throws Exception {
    try (LocalStack stack = LocalStack.start(settings());
        LambdaClient lambda = LambdaClient.create();
        SqsClient sqs = SqsClient.create()) {
      lambda.invoke(invoke ->
          invoke
              .functionName("CopyFunction")
              .invocationType(InvocationType.EVENT)
              .payload(SdkBytes.fromUtf8String("{\"fail\":\"on purpose\"}")));

      String record = Letters.receive(sqs, "DeadLetters", 1).getFirst();
      assertThat(record)
          .contains("\"condition\":\"RetriesExhausted\"")
          .contains("\"approximateInvokeCount\":2")
          .contains("\"requestPayload\":{\"fail\":\"on purpose\"}")
          .contains("on purpose")
          .contains("function:CopyFunction:$LATEST");
      assertThat(stack.pendingEvents()).isZero();
    }
  }

  @Test
  void dataAndTimersSurviveARestart() throws Exception {
    Instant start = Instant.parse("2026-01-31T12:00:00Z");
    ManualTimeline time = new ManualTimeline(start);
    LocalStackSettings settings = settings().withDataDirectory(data);
    try (LocalStack stack = LocalStack.start(settings, time);
        SchedulerClient scheduler = SchedulerClient.create();
        SqsClient sqs = SqsClient.create()) {
      schedule(scheduler, "soon", start.plusSeconds(60));
      schedule(scheduler, "later", start.plusSeconds(600));
      post(stack, "/items", "{\"pk\":\"before\",\"wake\":1}");
      assertThat(Letters.receive(sqs, "baton-copies", 1)).containsExactly("copy before");
    }

    time.advance(Duration.ofSeconds(120));
    try (LocalStack stack = LocalStack.start(settings, time);
        SqsClient sqs = SqsClient.create()) {
      assertThat(Letters.receive(sqs, "baton-copies", 1))
          .containsExactly("copy {\"timer\":\"soon\"}");
      post(stack, "/items", "{\"pk\":\"after\",\"wake\":1}");
      assertThat(Letters.receive(sqs, "baton-copies", 1)).containsExactly("copy after");
      time.advance(Duration.ofSeconds(480));
      assertThat(Letters.receive(sqs, "baton-copies", 1))
          .containsExactly("copy {\"timer\":\"later\"}");
    }
  }

  @Test
  void aFailedStartFreesItsPort() throws Exception {
    int port = FreePorts.ofStack();
    LocalStackSettings broken =
        LocalStackSettings.of(Map.of("PORT", Integer.toString(port)))
            .withTemplate(Path.of("src/test/resources/local/missing.yaml"));

    assertThatThrownBy(() -> LocalStack.start(broken)).isInstanceOf(Exception.class);

    assertThatCode(() -> new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close())
        .doesNotThrowAnyException();
  }

  private static void schedule(SchedulerClient scheduler, String name, Instant due) {
    scheduler.createSchedule(create ->
        create
            .name(name)
            .groupName("baton-timers")
            .scheduleExpression("at(" + due.toString().replace("Z", "") + ")")
            .flexibleTimeWindow(window -> window.mode(FlexibleTimeWindowMode.OFF))
            .actionAfterCompletion(ActionAfterCompletion.DELETE)
            .target(target ->
                target
                    .arn("arn:aws:lambda:eu-central-1:000000000000:function:CopyFunction")
                    .roleArn("arn:aws:iam::000000000000:role/any")
                    .input("{\"timer\":\"" + name + "\"}")));
  }

  private LocalStackSettings settings() {
    return LocalStackSettings.of(Map.of("PORT", "0", "GRAPH_BASE_URL", "http://127.0.0.1:9"))
        .withTemplate(Path.of("src/test/resources/local/toy.yaml"))
        .withRetryPace(QUICK);
  }

  private HttpResponse<String> post(LocalStack stack, String path, String body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(stack.apiUrl() + path))
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
