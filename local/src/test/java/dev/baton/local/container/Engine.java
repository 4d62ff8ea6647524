package dev.baton.local.container;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;

/**
 * The container engine of this machine with a container that sleeps: as long as there is one, the
 * engine's network has an address on this machine at which containers reach a server. Removed when
 * closed.
 */
final class Engine implements AutoCloseable {
  /** How Lambda calls the architecture of this machine. */
  static final String ARCHITECTURE =
      System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x86_64";

  private static final String IMAGE = "public.ecr.aws/lambda/java:25-" + ARCHITECTURE;
  private static final Program DOCKER = new Program(List.of("docker"));

  private final String sleeper;
  private final String gateway;

  private Engine() throws IOException, InterruptedException {
    // Its end is bounded, so that nothing stays for long if this JVM is killed.
    sleeper = DOCKER.run("create", "--entrypoint", "", IMAGE, "sleep", "600");
    DOCKER.run("start", sleeper);
    gateway =
        DOCKER.run(
            "inspect",
            "--format",
            "{{range .NetworkSettings.Networks}}{{.Gateway}}{{end}}",
            sleeper);
  }

  /** The engine, or skips the calling test where it, or the image of Lambda's java25, lacks. */
  static Engine start() throws IOException, InterruptedException {
    assumeTrue(DOCKER.succeeds("version"), "No container engine answers docker");
    assumeTrue(DOCKER.succeeds("image", "inspect", IMAGE), "There is no image " + IMAGE);
    return new Engine();
  }

  /** The address of this machine that containers reach. */
  String gateway() {
    return gateway;
  }

  @Override
  public void close() throws IOException, InterruptedException {
    DOCKER.run("rm", "--force", sleeper);
  }
}
