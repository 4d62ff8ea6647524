package dev.baton.local.kill;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The local stack in a process of its own, as a newcomer starts it, so that it can be killed like
 * one.
 */
final class BatonProcess implements AutoCloseable {
  private final Process process;
  private final CompletableFuture<String> ready = new CompletableFuture<>();
  private final Path log;

  private BatonProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
    Thread.ofVirtual().start(this::readOutput);
  }

  /**
   * Starts it and waits until it says that it is ready.
   *
   * @param environment of the process, over this one's
   * @param properties system properties, such as those of {@link KillPoint}
   * @param log file that its output is added to
   */
  static BatonProcess start(
      Map<String, String> environment, Map<String, String> properties, Path log) throws Exception {
    BatonProcess started = launch(environment, properties, log);
    started.ready.get(60, TimeUnit.SECONDS);
    return started;
  }

  private static BatonProcess launch(
      Map<String, String> environment, Map<String, String> properties, Path log)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Xmx320m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
    command.add("--enable-native-access=ALL-UNNAMED");
    properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.baton.local.Main"));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.environment().put("DDB_LOCAL_TELEMETRY", "0");
    return new BatonProcess(builder.start(), log);
  }

  private void readOutput() {
    try (BufferedReader reader = process.inputReader();
        var writer =
            Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      String line;
      while ((line = reader.readLine()) != null) {
        writer.write(line);
        writer.newLine();
        writer.flush();
        if (line.startsWith("Baton is ready")) {
          ready.complete(line);
        }
      }
    } catch (IOException ended) {
      ready.completeExceptionally(ended);
    }
    ready.completeExceptionally(
        new IllegalStateException("Baton ended before it was ready; its output is in " + log));
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** SIGKILL, as {@code kill -9} sends it. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** SIGTERM, and SIGKILL when that does not help. */
  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(15, TimeUnit.SECONDS)) {
      kill();
    }
  }
}
