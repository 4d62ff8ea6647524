package dev.baton.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.client.Commands;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README promises for the first minute, from a runner that has nothing of the tests. */
final class NewcomerIT {
  @TempDir Path folder;

  @Test
  void agentAnswersWithoutAnyKey() throws Exception {
    Map<String, String> environment = Map.of("PORT", "0", "BATON_TEMPLATE", template());
    try (BatonProcess baton = BatonProcess.asANewcomer(environment, folder.resolve("baton.log"))) {
      Commands commands = new Commands(baton.apiUrl());

      String session =
          commands
              .data("agent-start", Map.of("prompt", "list my surveys"))
              .path("credentials")
              .path("sessionId")
              .asText();

      assertThat(types(commands, session)).contains("tool_call", "tool_result").endsWith("done");
    }
  }

  private static List<String> types(Commands commands, String session) {
    List<String> types = new ArrayList<>();
    long seq = 0;
    boolean terminal = false;
    for (int look = 0; look < 50 && !terminal; look++) {
      JsonNode page =
          commands.data("agent-poll", Map.of("sessionId", session, "after", seq, "waitMs", 20_000));
      page.path("events").forEach(event -> types.add(event.path("type").asText()));
      seq = page.path("lastSeq").asLong();
      terminal = page.path("terminal").asBoolean();
    }
    return types;
  }

  private static String template() {
    return Path.of("..", "template.yaml").toAbsolutePath().normalize().toString();
  }
}
