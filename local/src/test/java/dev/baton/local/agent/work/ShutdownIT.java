package dev.baton.local.agent.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.LocalStack;
import dev.baton.local.LocalStackSettings;
import dev.baton.local.client.Commands;
import dev.baton.local.model.ModelStandIn;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stack that stops ends the runs under way first, and its viewers still hear of it. */
final class ShutdownIT {
  private static final String KEY = "key-of-shutdown";
  private static final String STALLED =
      ScriptedModel.failing(
          ScriptedModel.says("Hello, you two, and all the others."),
          "'stall': {'where': '%s', 'ms': 60000}");

  @Test
  void viewersSeeTheEndOfARunThatIsStopped() throws Exception {
    try (ModelStandIn standIn = ModelStandIn.start(0);
        HttpClient http = HttpClient.newHttpClient()) {
      ScriptedModel model = new ScriptedModel(standIn.url(), KEY);
      model.replies(STALLED.formatted("mid_text"));
      LocalStack stack = start(standIn);
      List<String> seen = new ArrayList<>();
      try (BufferedReader stream = stream(http, begin(stack))) {
        readUntil(stream, "event: token", seen);

        stack.close();

        stream.lines().forEach(seen::add);
      } finally {
        stack.close();
      }
      assertThat(seen).containsOnlyOnce("event: error").doesNotContain("event: reconnect");
      assertThat(seen)
          .filteredOn(line -> line.startsWith("data: {\"type\":\"error\""))
          .isNotEmpty()
          .allMatch(line -> line.contains("\"code\":\"WORKER_LOST\""))
          .allMatch(line -> line.contains("\"retryable\":true"));
      assertClosedByUs(model);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"before_headers", "before_first_delta"})
  void socketsOfModelsAreClosedWhereverTheyAre(String where) throws Exception {
    try (ModelStandIn standIn = ModelStandIn.start(0)) {
      ScriptedModel model = new ScriptedModel(standIn.url(), KEY);
      model.replies(STALLED.formatted(where));
      try (LocalStack stack = start(standIn)) {
        begin(stack);
        model.requests(1, 0);
      }
      assertClosedByUs(model);
    }
  }

  private static void assertClosedByUs(ScriptedModel model) {
    assertThat(model.requests(1, 1))
        .singleElement()
        .extracting(request -> request.path("closed").path("by").asText())
        .isEqualTo("client");
  }

  private static LocalStack start(ModelStandIn standIn) throws Exception {
    Map<String, String> environment =
        Map.of("PORT", "0", "ANTHROPIC_BASE_URL", standIn.url(), "ANTHROPIC_API_KEY", KEY);
    return LocalStack.start(
        LocalStackSettings.of(environment).withTemplate(Path.of("../template.yaml")));
  }

  private static JsonNode begin(LocalStack stack) {
    return new Commands(stack.apiUrl())
        .data("agent-start", Map.of("prompt", "Hello?", "tools", List.of()));
  }

  private static BufferedReader stream(HttpClient http, JsonNode handoff) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(handoff.path("endpoint").asText()))
            .header("Authorization", "Bearer " + handoff.path("credentials").path("token").asText())
            .build();
    HttpResponse<InputStream> response =
        http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).isEqualTo(200);
    return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
  }

  private static void readUntil(BufferedReader stream, String line, List<String> seen)
      throws Exception {
    while (!seen.contains(line)) {
      seen.add(Objects.requireNonNull(stream.readLine()));
    }
  }
}
