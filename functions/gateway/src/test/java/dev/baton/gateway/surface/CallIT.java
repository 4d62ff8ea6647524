package dev.baton.gateway.surface;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.command.Exposure;
import dev.baton.core.json.JsonObject;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import dev.baton.testkit.dynamodb.Tables;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What {@code afd-call} answers is the answer of the command, and nothing is added or lost. */
@ExtendWith(DynamoDbLocal.class)
final class CallIT {
  private static final String WHOLE =
      "{\"success\":true,\"data\":{\"n\":1.50},\"confidence\":0.75,\"reasoning\":\"Done.\","
          + "\"sources\":[{\"type\":\"log\"}],"
          + "\"plan\":[{\"id\":\"1\",\"action\":\"look\",\"status\":\"pending\"}],"
          + "\"alternatives\":[{\"data\":{},\"reason\":\"Cheaper.\"}],"
          + "\"warnings\":[{\"code\":\"W\",\"message\":\"Mind.\",\"severity\":\"info\"}],"
          + "\"suggestions\":[\"Rest.\"],\"undoCommand\":\"toy-undo\",\"undoArgs\":{\"n\":1},"
          + "\"metadata\":{\"executionTimeMs\":7,\"commandVersion\":\"3.1.4\",\"traceId\":\"t-9\","
          + "\"timestamp\":\"2026-01-15T10:00:00.000Z\",\"replayed\":true,"
          + "\"agentHints\":{\"nextAction\":\"Ask again\",\"pollInterval\":5000}},"
          + "\"_agentHints\":{\"nextAction\":\"Ask again\",\"pollInterval\":5000}}";

  private final DynamoDbClient client;

  CallIT(DynamoDbClient client) {
    this.client = client;
  }

  @Test
  void theWholeAnswerOfTheCommandIsPassedOn() throws IOException {
    try (ToyGateway gateway = gateway(WHOLE)) {
      JsonObject answer =
          gateway.api().send("POST", "/commands/afd-call", "{\"command\":\"toy-one\"}");

      assertThat(answer.text("body")).isEqualTo(WHOLE);
      assertThat(Objects.requireNonNull(answer.object("headers")).text("Idempotency-Replayed"))
          .isEqualTo("true");
    }
  }

  @Test
  void whatIsNoResultIsAFaultOfTheCommand() throws IOException {
    try (ToyGateway gateway = gateway("{\"success\":true,\"data\":{}}")) {
      JsonObject answer =
          gateway.api().send("POST", "/commands/afd-call", "{\"command\":\"toy-one\"}");

      assertThat(answer.text("body")).contains("INTERNAL_ERROR").contains("metadata");
    }
  }

  private ToyGateway gateway(String answer) throws IOException {
    return new ToyGateway(
        client,
        Map.of("SESSIONS_TABLE", Tables.sessions(client)),
        Map.of("toy-one", Exposure.EVERYWHERE),
        path -> answer);
  }
}
