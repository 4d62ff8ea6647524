package dev.baton.local.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.local.LocalStack;
import dev.baton.local.WholeStack;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Published clients work unchanged. */
final class NodeClientsIT {
  /**
   * Streams that break off are opened more often than a person opens them. The server of streams
   * waits ten seconds for a command, so none is to start a second process then.
   */
  private static final Map<String, String> OFTEN =
      Map.of(
          "AGENT_STREAM_OPENS", "0",
          "AGENT_STREAM_VIEWERS", "1000",
          "BATON_ISOLATED_CONCURRENCY", "1");

  @ParameterizedTest
  @ValueSource(strings = {"afd.test.mjs", "agent.test.mjs", "mcp.test.mjs", "socket.test.mjs"})
  void publishedClientWorksUnchanged(String file) throws Exception {
    try (LocalStack stack = WholeStack.start(OFTEN)) {
      NodeClients.Run run = NodeClients.of(file, stack);

      assertThat(run.status()).as(run.report()).isZero();
    }
  }
}
