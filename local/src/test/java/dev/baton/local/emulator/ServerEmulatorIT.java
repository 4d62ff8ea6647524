package dev.baton.local.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.LocalStack;
import dev.baton.local.WholeStack;
import dev.baton.local.adapter.AdapterBuild;
import dev.baton.local.adapter.AiSdkText;
import dev.baton.local.adapter.TaskRoot;
import dev.baton.local.adapter.UrlRequest;
import dev.baton.local.client.Commands;
import dev.baton.local.event.SampleEvents;
import dev.baton.local.template.FunctionDefinition;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * The function that is a server answers from its zip behind the real Lambda Web Adapter under AWS's
 * emulator. The emulator reads a streamed answer to its end and gives it out in one piece: status
 * and headers as JSON, eight zero bytes, the body.
 */
@TestInstance(Lifecycle.PER_CLASS)
final class ServerEmulatorIT {
  private static final String ZEROS = "\0".repeat(8);

  @TempDir static Path directory;

  private LocalStack stack;
  private FunctionDefinition function;
  private Emulator emulator;

  @BeforeAll
  void start() throws Exception {
    Path program = EmulatorBuild.program();
    Path adapter = AdapterBuild.program();
    stack = WholeStack.start(Map.of());
    function =
        stack.functions().stream().filter(FunctionDefinition::isServer).findFirst().orElseThrow();
    Path folder = TaskRoot.ofZip(function.code(), directory.resolve("task"));
    Path log = directory.resolve("emulator.log");
    emulator = new Emulator(program, Emulator.server(adapter), function, folder, stack, log);
  }

  @AfterAll
  void stop() throws Exception {
    if (emulator != null) {
      emulator.close();
    }
    if (stack != null) {
      assertThat(stack.access().refused()).isEmpty();
      stack.close();
    }
  }

  @Test
  void itsEventIsAnsweredAsTheStackAnswersIt() throws Exception {
    Emulator.Answer answer = emulator.invoke(SampleEvents.of(function, stack));

    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(SampleEvents.status(answer.body())).isEqualTo(SampleEvents.expected(function));
    assertThat(body(answer)).contains("\"code\":\"UNAUTHORIZED\"");
  }

  @Test
  void aPromptThatIsPostedIsAnsweredWithItsWholeRun() throws Exception {
    JsonNode handoff = new Commands(stack.apiUrl()).data("agent-start", Map.of());
    String target =
        "/api/agent/stream?protocol=ai-sdk&session_id="
            + handoff.path("credentials").path("sessionId").asText();
    String prompt =
        "{\"messages\":[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"text\":\"/say 3\"}]}]}";
    UrlRequest request = UrlRequest.post(target, Map.of("authorization", "Bearer dev"), prompt);

    Emulator.Answer answer = emulator.invoke(request.event().toString());

    assertThat(SampleEvents.status(answer.body())).as("%s", answer).isEqualTo(200);
    assertThat(body(answer)).contains("\"type\":\"start\"").endsWith("data: [DONE]\n\n");
    assertThat(AiSdkText.of(body(answer))).isEqualTo("handoff naïve conversation");
  }

  private static String body(Emulator.Answer answer) {
    return answer.body().split(ZEROS, 2)[1];
  }
}
