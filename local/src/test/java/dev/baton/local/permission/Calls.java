package dev.baton.local.permission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.LocalStack;
import dev.baton.local.edge.EdgeClients;
import dev.baton.local.event.SampleEvents;
import dev.baton.local.json.Jsons;
import dev.baton.local.template.FunctionDefinition;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** Invokes functions with events of the test's. */
final class Calls implements AutoCloseable {
  private final LocalStack stack;
  private final LambdaClient lambda;

  Calls(LocalStack stack) {
    this.stack = stack;
    this.lambda = EdgeClients.of(LambdaClient.builder(), stack.awsUrl());
  }

  /** Every function with its sample event, and an idempotency key if it is a request. */
  void samples() throws IOException {
    for (FunctionDefinition function : SampleEvents.inOrder(stack.functions())) {
      invoke(function, keyed(SampleEvents.of(function, stack), "sample"));
    }
  }

  /**
   * Calls a command with an idempotency key.
   *
   * @return its result
   */
  JsonNode command(String name, Map<String, ?> input, String key) throws IOException {
    FunctionDefinition function = function(name);
    ObjectNode event = keyed(SampleEvents.of(function, stack), key);
    event.put("body", Jsons.write(Jsons.tree(input)));
    return read(invoke(function, event).path("body").asText());
  }

  /** Hands a function an event, such as a timer's. */
  void event(String name, Map<String, ?> event) {
    invoke(function(name), Jsons.tree(event));
  }

  private FunctionDefinition function(String name) {
    return stack.functions().stream()
        .filter(function -> function.event().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static ObjectNode keyed(String text, String key) {
    ObjectNode event = (ObjectNode) read(text);
    if (event.path("headers") instanceof ObjectNode headers) {
      headers.put("idempotency-key", key);
    }
    return event;
  }

  private JsonNode invoke(FunctionDefinition function, JsonNode event) {
    String answer =
        lambda
            .invoke(request ->
                request
                    .functionName(function.name())
                    .payload(SdkBytes.fromUtf8String(Jsons.write(event))))
            .payload()
            .asUtf8String();
    return Objects.requireNonNullElse(Jsons.parse(answer), Jsons.object());
  }

  private static JsonNode read(String text) {
    return Objects.requireNonNull(Jsons.parse(text));
  }

  @Override
  public void close() {
    lambda.close();
  }
}
