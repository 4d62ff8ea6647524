package dev.baton.local.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.local.LocalStack;
import dev.baton.local.LocalStackSettings;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Published clients work unchanged. */
final class NodeClientsIT {

  @ParameterizedTest
  @ValueSource(strings = {"afd.test.mjs", "mcp.test.mjs", "socket.test.mjs"})
  void publishedClientWorksUnchanged(String file) throws Exception {
    try (LocalStack stack = start()) {
      NodeClients.Run run = NodeClients.of(file, stack);

      assertThat(run.status()).as(run.report()).isZero();
    }
  }

  private static LocalStack start() throws Exception {
    return LocalStack.start(
        LocalStackSettings.of(Map.of("PORT", "0")).withTemplate(Path.of("../template.yaml")));
  }
}
