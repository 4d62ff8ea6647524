package dev.baton.local.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.LocalStack;
import dev.baton.local.WholeStack;
import dev.baton.local.json.Jsons;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/**
 * Every file in events/ is a request that its function answers, as {@code sam remote invoke} sends
 * it.
 */
final class EventsIT {
  /**
   * The survey must be there before a participant can enter it, and the participant before anything
   * else.
   */
  private static final List<String> FIRST =
      List.of("survey-import", "survey-webhook", "chat-connect");

  /** Requests about sessions and keys of their own making, which no stack has. */
  private static final Map<String, Integer> REFUSED =
      Map.ofEntries(
          Map.entry("websocket-connect", 401),
          Map.entry("agent-stream", 401),
          Map.entry("gateway-fallback", 404),
          Map.entry("key-revoke", 404),
          Map.entry("chat-status", 404),
          Map.entry("chat-disconnect", 404),
          Map.entry("chat-reconnect", 404),
          Map.entry("agent-send", 404),
          Map.entry("agent-status", 404),
          Map.entry("agent-poll", 404),
          Map.entry("agent-cancel", 404),
          Map.entry("agent-approve", 404),
          Map.entry("agent-reconnect", 404),
          Map.entry("agent-end", 404));

  private final Repository repository = Repository.here();

  @Test
  void everyFunctionAnswersItsEvent() throws Exception {
    try (LocalStack stack = WholeStack.start(Map.of());
        LambdaClient lambda = client(stack)) {
      for (DeployedFunction function : inOrder()) {
        InvokeResponse response = invoke(lambda, function, stack);

        assertThat(response.functionError()).as(function.kebab()).isNull();
        assertThat(status(response))
            .as(function.kebab())
            .isEqualTo(REFUSED.getOrDefault(function.kebab(), 200));
      }
    }
  }

  private List<DeployedFunction> inOrder() {
    return TemplateFile.of(repository).functions().stream()
        .sorted(Comparator.comparing(function -> !FIRST.contains(function.kebab())))
        .sorted(Comparator.comparing(function -> !function.kebab().equals(FIRST.getFirst())))
        .toList();
  }

  /** The event as if it had come under the address at which the stack's commands answer. */
  private InvokeResponse invoke(LambdaClient lambda, DeployedFunction function, LocalStack stack) {
    String event =
        repository
            .text("events/" + function.kebab() + ".json")
            .replace(
                "abc123.execute-api.eu-central-1.amazonaws.com",
                URI.create(stack.apiUrl()).getAuthority());
    return lambda.invoke(
        request -> request.functionName(function.id()).payload(SdkBytes.fromUtf8String(event)));
  }

  /**
   * The HTTP status of an answer; 200 for answers of functions that speak no HTTP. Servers say it
   * before the first zero byte.
   */
  private static int status(InvokeResponse response) {
    JsonNode answer = Jsons.parse(response.payload().asUtf8String().split("\0", 2)[0]);
    return answer == null ? 200 : answer.path("statusCode").asInt(200);
  }

  private static LambdaClient client(LocalStack stack) {
    return LambdaClient.builder()
        .endpointOverride(URI.create(stack.awsUrl()))
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }
}
