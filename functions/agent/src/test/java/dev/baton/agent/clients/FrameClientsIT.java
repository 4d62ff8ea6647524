package dev.baton.agent.clients;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Published clients understand the frames of every run. */
final class FrameClientsIT {
  private static final Path FOLDER = Path.of("../../local/src/test/clients").toAbsolutePath();

  @ParameterizedTest
  @ValueSource(strings = {"ai-sdk-frames.test.mjs", "ag-ui-frames.test.mjs"})
  void publishedClientReadsEveryRun(String file) throws Exception {
    assumeTrue(isThere("node"), "Node is not installed");
    assumeTrue(
        Files.isDirectory(FOLDER.resolve("node_modules")),
        "The clients are not installed: npm ci --prefix local/src/test/clients");
    try (FrameServer server = new FrameServer()) {
      Process node = node(file, server.url());
      String report = new String(node.getInputStream().readAllBytes(), UTF_8);

      assertThat(node.waitFor()).as(report).isZero();
    }
  }

  private static Process node(String file, String url) throws IOException {
    ProcessBuilder node =
        new ProcessBuilder("node", "--test", "--test-reporter=spec", file)
            .directory(FOLDER.toFile())
            .redirectErrorStream(true);
    node.environment().put("FRAMES_URL", url);
    return node.start();
  }

  private static boolean isThere(String program) throws InterruptedException {
    try {
      return new ProcessBuilder(program, "--version").start().waitFor() == 0;
    } catch (IOException absent) {
      return false;
    }
  }
}
