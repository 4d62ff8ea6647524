package dev.baton.local.process;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The local stack in a process of its own, as a newcomer starts it, so that it can be killed like
 * one.
 */
public final class BatonProcess implements AutoCloseable {
  private static final Pattern ADDRESSES =
      Pattern.compile("Baton is ready: API ([^, ]+), .*AWS endpoint ([^, ]+?)[.,] .*");

  private final Process process;
  private final CompletableFuture<String> ready = new CompletableFuture<>();
  private final Path log;

  private BatonProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
    Thread.ofVirtual().start(this::readOutput);
  }

  /**
   * Starts it on the class path of the tests, with what they add to the stack, and waits until it
   * says that it is ready.
   *
   * @param environment of the process, over this one's
   * @param properties system properties
   * @param log file that its output is added to
   */
  public static BatonProcess start(
      Map<String, String> environment, Map<String, String> properties, Path log) throws Exception {
    return start(System.getProperty("java.class.path"), environment, properties, log);
  }

  /** The same on the class path that the runner's own profile gives it. */
  public static BatonProcess asANewcomer(Map<String, String> environment, Path log)
      throws Exception {
    String dependencies = Files.readString(Path.of("target", "runner.classpath")).strip();
    String classPath = Path.of("target", "classes") + File.pathSeparator + dependencies;
    return start(classPath, environment, Map.of(), log);
  }

  private static BatonProcess start(
      String classPath, Map<String, String> environment, Map<String, String> properties, Path log)
      throws Exception {
    BatonProcess started = launch(classPath, environment, properties, log);
    started.ready.get(60, TimeUnit.SECONDS);
    return started;
  }

  private static BatonProcess launch(
      String classPath, Map<String, String> environment, Map<String, String> properties, Path log)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Xmx320m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
    command.add("--enable-native-access=ALL-UNNAMED");
    properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(List.of("-cp", classPath, "dev.baton.local.Main"));
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

  /** The address of the API. */
  public String apiUrl() {
    return address(1);
  }

  /** The address of the AWS endpoint. */
  public String awsUrl() {
    return address(2);
  }

  private String address(int group) {
    Matcher addresses = ADDRESSES.matcher(ready.join());
    if (!addresses.matches()) {
      throw new IllegalStateException("No addresses in: " + ready.join());
    }
    return Objects.requireNonNull(addresses.group(group));
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** SIGKILL, as {@code kill -9} sends it. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** SIGTERM; answers the status with which it ended, and null when that did not help. */
  public @Nullable Integer stop() throws InterruptedException {
    process.destroy();
    return process.waitFor(20, TimeUnit.SECONDS) ? process.exitValue() : null;
  }

  /** SIGTERM, and SIGKILL when that does not help. */
  @Override
  public void close() throws InterruptedException {
    if (stop() == null) {
      kill();
    }
  }
}
