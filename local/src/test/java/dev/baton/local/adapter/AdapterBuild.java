package dev.baton.local.adapter;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * Builds the Lambda Web Adapter from its crate. What is built stays in Cargo's home, so that only
 * the first build on a machine takes minutes and needs a registry.
 */
public final class AdapterBuild {
  private static final Path SOURCE = Path.of("src/test/adapter").toAbsolutePath();

  private AdapterBuild() {}

  /** The adapter's program, or skips the calling test where Cargo lacks. */
  public static Path program() throws IOException, InterruptedException {
    assumeTrue(isThere("cargo"), "Cargo is not installed");
    Path target = home(System.getenv()).resolve("baton-lambda-adapter");
    Process build =
        new ProcessBuilder("cargo", "build", "--quiet", "--locked", "--target-dir", target + "")
            .directory(SOURCE.toFile())
            .redirectErrorStream(true)
            .start();
    String report = new String(build.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (build.waitFor() != 0) {
      throw new IllegalStateException("The adapter cannot be built:\n" + report);
    }
    return target.resolve("debug").resolve("lambda-adapter");
  }

  private static Path home(Map<String, String> environment) {
    String home = environment.get("CARGO_HOME");
    return home == null ? Path.of(System.getProperty("user.home"), ".cargo") : Path.of(home);
  }

  private static boolean isThere(String program) throws InterruptedException {
    try {
      return new ProcessBuilder(program, "--version").start().waitFor() == 0;
    } catch (IOException absent) {
      return false;
    }
  }
}
