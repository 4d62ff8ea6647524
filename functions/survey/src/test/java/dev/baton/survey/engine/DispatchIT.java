package dev.baton.survey.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.dispatch.SurveyDispatchHandler;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import dev.baton.testkit.lambda.LambdaContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;

/** Stream records become asynchronous deliveries. */
@ExtendWith(DynamoDbLocal.class)
class DispatchIT {
  private Engine engine;

  @BeforeEach
  void start(DynamoDbClient client) {
    engine = new Engine(client, "http://127.0.0.1:9");
  }

  @Test
  void eachWakeStartsADeliveryWithItsItem() throws IOException {
    String answer = dispatch(record("1", "participant#p%231#u", "{\"a\":1}", true));

    assertThat(answer).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(engine.lambda.invocations())
        .singleElement()
        .satisfies(invocation -> {
          assertThat(invocation.functionName()).isEqualTo("deliver");
          assertThat(invocation.invocationType()).isEqualTo(InvocationType.EVENT);
          assertThat(invocation.payload().asUtf8String())
              .isEqualTo("{\"page_id\":\"p#1\",\"user_id\":\"u\",\"item\":\"{\\\"a\\\":1}\"}");
        });
  }

  @Test
  void itemThatIsTooLargeForAnEventStaysInTheTable() throws IOException {
    dispatch(record("1", "participant#p#u", "x".repeat(100 * 1024 + 1), true));

    assertThat(engine.lambda.invocations().getFirst().payload().asUtf8String())
        .isEqualTo("{\"page_id\":\"p\",\"user_id\":\"u\"}");
  }

  @Test
  void recordsThatAskForNothingStartNothing() throws IOException {
    String answer =
        dispatch(
            record("1", "participant#p#u", "{}", false),
            record("2", "page#p", "{}", true),
            JsonObject.EMPTY);

    assertThat(answer).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(engine.lambda.invocations()).isEmpty();
  }

  @Test
  void streamGoesOnFromTheFirstRecordThatCouldNotBeStarted() throws IOException {
    engine.lambda.refuse("\"user_id\":\"b\"");

    String answer =
        dispatch(
            record("11", "participant#p#a", "{}", true),
            record("12", "participant#p#b", "{}", true),
            record("13", "participant#p#c", "{}", true));

    assertThat(answer).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"12\"}]}");
    assertThat(engine.lambda.invocations()).hasSize(2);
  }

  private String dispatch(JsonObject... records) throws IOException {
    JsonObject event = JsonObject.builder().put("Records", JsonArray.of(records)).build();
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    new SurveyDispatchHandler(engine.wiring)
        .handleRequest(
            new ByteArrayInputStream(event.write().getBytes(UTF_8)),
            answer,
            new LambdaContext(60_000));
    return answer.toString(UTF_8);
  }

  private static JsonObject record(String sequence, String pk, String body, boolean wake) {
    JsonObject.Builder image =
        JsonObject.builder().put("pk", value("S", pk)).put("body", value("S", body));
    if (wake) {
      image.put("wake", value("N", "7"));
    }
    JsonObject change =
        JsonObject.builder().put("SequenceNumber", sequence).put("NewImage", image.build()).build();
    return JsonObject.builder().put("dynamodb", change).build();
  }

  private static JsonObject value(String type, String value) {
    return JsonObject.builder().put(type, value).build();
  }
}
