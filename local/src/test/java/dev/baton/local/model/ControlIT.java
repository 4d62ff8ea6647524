package dev.baton.local.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scripts and the log of requests, each API key for itself. */
final class ControlIT {
  private final ModelWorld world = new ModelWorld();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void parallelKeysDoNotMeet() throws Exception {
    List<Callable<String>> tests =
        IntStream.range(0, 20).mapToObj(number -> (Callable<String>) () -> talk(number)).toList();

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> results = threads.invokeAll(tests);
      for (int number = 0; number < results.size(); number++) {
        assertThat(results.get(number).get()).isEqualTo("I am " + number + ", 1 request");
      }
    }
  }

  private String talk(int number) {
    Map<String, String> headers =
        Map.of("x-api-key", "key-" + number, "anthropic-version", "2023-06-01");
    String script =
        "{\"replies\": [{\"blocks\": [{\"type\": \"text\", \"text\": \"I am %d\"}]}]}"
            .formatted(number);
    world.send("PUT", "/_control/script", script, headers);
    String said =
        world
            .send("POST", "/v1/messages", ModelWorld.says("Who?"), headers)
            .json()
            .path("content")
            .path(0)
            .path("text")
            .asText();
    JsonNode log = world.send("GET", "/_control/requests", "", headers).json();
    return said + ", " + log.path("requests").size() + " request";
  }

  @Test
  void theLogHasBodiesHeadersAndOutcome() {
    world.script("{\"blocks\": [{\"type\": \"text\", \"text\": \"ok\"}]}");

    world.stream(ModelWorld.says("Hello"));

    JsonNode request = world.requests(1, 0).getFirst();
    assertThat(request.path("number").asInt()).isEqualTo(1);
    assertThat(request.path("body").path("messages").path(0).path("content").asText())
        .isEqualTo("Hello");
    assertThat(request.path("headers").path("anthropic-version").asText()).isNotEmpty();
    assertThat(request.path("status").asInt()).isEqualTo(200);
    assertThat(request.path("finished").asText()).endsWith("Z");
    assertThat(request.path("closed").isNull()).isTrue();
  }

  @Test
  void deleteBringsTheConversationWithoutAScriptBack() {
    world.script("{\"blocks\": [{\"type\": \"text\", \"text\": \"scripted\"}]}");
    world.stream(ModelWorld.says("Hello"));

    assertThat(world.control("DELETE", "", "").status()).isEqualTo(200);

    assertThat(world.requests(0, 0)).isEmpty();
    assertThat(world.stream(ModelWorld.says("Hello")).text()).contains("stand-in");
  }

  @Test
  void aScriptMayRepeatItsLastReplyOrGoOnWithoutOne() {
    String reply = "{\"blocks\": [{\"type\": \"text\", \"text\": \"again\"}]}";
    world.control("PUT", "/script", "{\"then\": \"repeat\", \"replies\": [" + reply + "]}");
    assertThat(IntStream.range(0, 3).mapToObj(turn -> world.stream(ModelWorld.says("a")).text()))
        .containsOnly("again");

    world.control("PUT", "/script", "{\"then\": \"demo\", \"replies\": [" + reply + "]}");
    world.stream(ModelWorld.says("a"));
    assertThat(world.stream(ModelWorld.says("Hello")).text()).contains("stand-in");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no json                                                 | BAD_FIELD
          []                                                      | BAD_FIELD
          {"reply": []}                                           | UNKNOWN_FIELD
          {"replies": {}}                                         | BAD_FIELD
          {"replies": [], "then": "stop"}                         | BAD_FIELD
          {"replies": [{"blocks": [{"type": "sound"}]}]}          | BAD_FIELD
          {"replies": [{"blocks": [{"type": "tool_use"}]}]}       | MISSING_FIELD
          {"replies": [{"blocks": [{"type": "text", "txt": ""}]}]} | UNKNOWN_FIELD
          {"replies": [{"chunks": [0]}]}                          | BAD_FIELD
          {"replies": [{"delay": 1}]}                             | UNKNOWN_FIELD
          {"replies": [{"faults": {"cutt": true}}]}               | UNKNOWN_FIELD
          {"replies": [{"faults": {"cut": {"after": 1}}}]}        | UNKNOWN_FIELD
          {"replies": [{"faults": {"stall": {"where": "here"}}}]} | BAD_FIELD
          {"replies": [{"faults": {"stall": [7]}}]}               | BAD_FIELD
          {"replies": [{"faults": {"ping": {"every": 0}}}]}       | BAD_FIELD
          {"replies": [{"faults": {"http": {"status": 200}}}]}    | BAD_FIELD
          {"replies": [{"faults": {"http": {"times": 0}}}]}       | BAD_FIELD
          """)
  void aMisspeltScriptIsRefused(String script, String code) {
    ModelWorld.Answer answer = world.control("PUT", "/script", script);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("error").path("code").asText()).isEqualTo(code);
    assertThat(answer.json().path("error").path("suggestion").asText()).isNotEmpty();
  }

  @Test
  void anUnknownOrderIsAnsweredWithTheKnownOnes() {
    ModelWorld.Answer answer = world.control("POST", "/script", "{}");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).contains("PUT /_control/script");
  }
}
