package dev.baton.local.clients;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.baton.local.LocalStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs a test file of src/test/clients with Node's own test runner. */
final class NodeClients {
  private static final Path FOLDER = Path.of("src/test/clients").toAbsolutePath();

  private NodeClients() {}

  /**
   * What the runner reported.
   *
   * @param status 0 when every test passed
   * @param report its output
   */
  record Run(int status, String report) {}

  /** Runs a file against the stack, or skips the calling test where Node or its packages lack. */
  static Run of(String file, LocalStack stack) throws IOException, InterruptedException {
    assumeTrue(isThere("node"), "Node is not installed");
    assumeTrue(
        Files.isDirectory(FOLDER.resolve("node_modules")),
        "The clients are not installed: npm ci --prefix local/src/test/clients");
    ProcessBuilder node =
        new ProcessBuilder("node", "--test", "--test-reporter=spec", file)
            .directory(FOLDER.toFile())
            .redirectErrorStream(true);
    node.environment().put("BATON_URL", stack.apiUrl());
    node.environment().put("BATON_KEY", "dev");
    Process process = node.start();
    String report = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Run(process.waitFor(), report);
  }

  private static boolean isThere(String program) throws InterruptedException {
    try {
      return new ProcessBuilder(program, "--version").start().waitFor() == 0;
    } catch (IOException absent) {
      return false;
    }
  }
}
