package dev.baton.local.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.LocalStack;
import dev.baton.local.WholeStack;
import dev.baton.local.client.Commands;
import dev.baton.local.edge.EdgeClients;
import dev.baton.local.json.Jsons;
import dev.baton.local.process.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/** Functions in containers answer as those of the local stack beside them do, from its tables. */
final class SamLocalIT {
  private static final Path EVENTS = Path.of("..", "events");

  @TempDir static Path folder;

  private static Engine engine;
  private static LocalStack stack;
  private static SamCli sam;

  @BeforeAll
  static void start() throws Exception {
    engine = Engine.start();
    stack = WholeStack.start(Map.of("BATON_AWS_HOST", engine.gateway()));
    sam = SamCli.beside(stack, folder);
  }

  @AfterAll
  static void stop() throws Exception {
    if (stack != null) {
      stack.close();
    }
    if (engine != null) {
      engine.close();
    }
  }

  @Test
  void aSessionThatAContainerStartsIsOneOfTheStack() throws Exception {
    Path event = EVENTS.resolve("chat-connect.json");

    JsonNode connected = body(sam.invoke("ChatConnectFunction", event));

    JsonNode known = body(inStack("ChatConnectFunction", event));
    assertThat(connected.path("success").asBoolean()).isTrue();
    assertThat(address(connected)).isNotEmpty().isEqualTo(address(known));
    assertThat(stateInStack(connected)).isNotEmpty().isEqualTo(stateInStack(known));
  }

  @Test
  void aWebhookOfAStrangerIsRefusedAsByTheStack() throws Exception {
    String event = Files.readString(EVENTS.resolve("survey-webhook.json"));
    Path forged =
        Files.writeString(
            folder.resolve("forged.json"), event.replaceFirst("sha256=[0-9a-f]{4}", "sha256=0000"));

    JsonNode refusal = sam.invoke("SurveyWebhookFunction", forged);

    assertThat(refusal.path("statusCode").asInt()).isEqualTo(401);
    assertThat(refusal).isEqualTo(inStack("SurveyWebhookFunction", forged));
  }

  @Test
  void aPollOfASessionThatIsNotThereIsRefusedAsByTheStack() throws Exception {
    Path event = EVENTS.resolve("agent-poll.json");

    JsonNode refusal = sam.invoke("AgentPollFunction", event);

    assertThat(refusal.path("statusCode").asInt()).isEqualTo(404);
    assertThat(body(refusal)).isEqualTo(body(inStack("AgentPollFunction", event)));
  }

  @Test
  void aMessageThatIsSentToItsApiIsInTheRoomOfTheStack() throws Exception {
    Map<String, String> message =
        Map.of("roomId", "general", "text", "From a container", "clientMessageId", "c-1");

    try (SamApi api = sam.startApi(FreePorts.one())) {
      new Commands(api.url()).data("chat-send", message);
    }

    JsonNode read = new Commands(stack.apiUrl()).data("chat-poll", Map.of("roomId", "general"));
    assertThat(read.path("messages").findValuesAsText("text")).containsExactly("From a container");
  }

  /** Where a handoff leads, without the session that it is for. */
  private static String address(JsonNode handoff) {
    return handoff.at("/data/endpoint").asText().replaceFirst("\\?.*", "");
  }

  /** The state of the session that an answer hands off, as the stack tells it to its owner. */
  private static String stateInStack(JsonNode handoff) {
    Map<String, String> session =
        Map.of("sessionId", handoff.at("/data/credentials/sessionId").asText());
    return new Commands(stack.apiUrl()).data("chat-status", session).path("state").asText();
  }

  private static JsonNode inStack(String function, Path event) throws IOException {
    String payload = Files.readString(event);
    try (LambdaClient lambda = EdgeClients.of(LambdaClient.builder(), stack.awsUrl())) {
      InvokeResponse response =
          lambda.invoke(
              request -> request.functionName(function).payload(SdkBytes.fromUtf8String(payload)));
      return Objects.requireNonNull(Jsons.parse(response.payload().asUtf8String()));
    }
  }

  /** The body without what tells one execution from another. */
  private static JsonNode body(JsonNode answer) {
    JsonNode body = Objects.requireNonNull(Jsons.parse(answer.path("body").asText()));
    return ((ObjectNode) body).without("metadata");
  }
}
