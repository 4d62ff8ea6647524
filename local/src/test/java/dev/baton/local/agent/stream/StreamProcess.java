package dev.baton.local.agent.stream;

import dev.baton.local.json.Jsons;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The deployed stream server in a process of its own, as run.sh starts it. */
final class StreamProcess implements AutoCloseable {
  private final Process process;
  private final Path log;
  private final CompletableFuture<Integer> port = new CompletableFuture<>();

  private StreamProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
    Thread.ofVirtual().start(this::readOutput);
  }

  /**
   * Starts it and waits until it answers.
   *
   * @param port where it is to answer, 0 for any free port
   */
  static StreamProcess start(StreamDeployment deployment, int port) throws Exception {
    Path root = deployment.root();
    ProcessBuilder builder =
        new ProcessBuilder(root.resolve("run.sh").toString()).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.putAll(deployment.variables());
    environment.put("LAMBDA_TASK_ROOT", root.toString());
    environment.put("AWS_LWA_PORT", Integer.toString(port));
    String java = Path.of(System.getProperty("java.home"), "bin").toString();
    environment.merge("PATH", java, (rest, ours) -> ours + ":" + rest);
    StreamProcess started =
        new StreamProcess(builder.start(), root.resolveSibling("stream-server.log"));
    started.port();
    return started;
  }

  private void readOutput() {
    try (BufferedReader reader = process.inputReader();
        var writer =
            Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        writer.write(line);
        writer.newLine();
        if (line.contains("\"server_started\"")) {
          port.complete(Objects.requireNonNull(Jsons.parse(line)).path("port").asInt());
        }
      }
    } catch (IOException | RuntimeException broken) {
      port.completeExceptionally(broken);
    }
    port.completeExceptionally(new IllegalStateException("It ended before it began; see " + log));
  }

  /** Where it answers. */
  int port() throws Exception {
    return port.get(5, TimeUnit.MINUTES);
  }

  /** SIGTERM; its exit status. */
  int terminate() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      throw new IllegalStateException("The server does not stop; see " + log);
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
