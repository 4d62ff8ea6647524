package dev.baton.local.emulator;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Builds the runtime interface emulator from its Go module. What is built stays in the home
 * directory, so that only the first build on a machine takes minutes and needs a proxy.
 */
final class EmulatorBuild {
  private static final Path SOURCE = Path.of("src/test/emulator").toAbsolutePath();
  private static final String MODULE =
      "github.com/aws/aws-lambda-runtime-interface-emulator/cmd/aws-lambda-rie";

  private EmulatorBuild() {}

  /** The emulator's program, or skips the calling test where Go lacks. */
  static Path program() throws IOException, InterruptedException {
    assumeTrue(isThere(), "Go is not installed");
    Path program =
        Path.of(System.getProperty("user.home"), ".cache", "baton-lambda-emulator", "emulator");
    ProcessBuilder build =
        new ProcessBuilder("go", "build", "-o", program.toString(), MODULE)
            .directory(SOURCE.toFile())
            .redirectErrorStream(true);
    build.environment().put("CGO_ENABLED", "0");
    build.environment().put("GOTOOLCHAIN", "auto");
    Process process = build.start();
    String report = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("The emulator cannot be built:\n" + report);
    }
    return program;
  }

  private static boolean isThere() throws InterruptedException {
    try {
      return new ProcessBuilder("go", "version").start().waitFor() == 0;
    } catch (IOException absent) {
      return false;
    }
  }
}
