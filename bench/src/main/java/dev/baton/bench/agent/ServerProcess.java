package dev.baton.bench.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.local.runtime.Initialization;
import dev.baton.local.runtime.RuntimeClient;
import dev.baton.local.runtime.TaskFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The stream server from the zip that is deployed, in a process of its own. */
final class ServerProcess implements AutoCloseable {
  private static final int MEMORY = 512;
  private static final int PAUSE_MILLIS = 5;

  private final Process process;
  private final int port;
  private final long readyNanos;

  private ServerProcess(Process process, int port, long readyNanos) {
    this.process = process;
    this.port = port;
    this.readyNanos = readyNanos;
  }

  /** Starts it and waits until it says that it is well. */
  static ServerProcess start(TaskFolder folder, String awsUrl, String sessionsTable)
      throws Exception {
    int port = freePort();
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", folder.path().resolve("run.sh").toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    Map<String, String> environment = builder.environment();
    environment.putAll(
        RuntimeClient.variables(
            Initialization.ON_DEMAND,
            "AgentStreamFunction",
            "run.sh",
            MEMORY,
            folder.path(),
            awsUrl));
    environment.putAll(
        Map.of(
            "BATON_SERVER", "dev.baton.agent.stream.AgentStreamServer",
            "AWS_LWA_PORT", Integer.toString(port),
            "SESSIONS_TABLE", sessionsTable,
            "AGENT_WORK_FUNCTION", "AgentWorkFunction",
            "AGENT_STREAM_VIEWERS", "1000",
            "AGENT_STREAM_OPENS", "0",
            "AGENT_STREAM_LEASE", "PT10M",
            "AGENT_STREAM_IDLE", "PT10M"));
    String java = Path.of(System.getProperty("java.home"), "bin").toString();
    environment.merge("PATH", java, (rest, ours) -> ours + ":" + rest);
    long begun = System.nanoTime();
    Process process = builder.start();
    awaitHealth(port);
    return new ServerProcess(process, port, System.nanoTime() - begun);
  }

  private static void awaitHealth(int port) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest health =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/healthz")).build();
      while (!isWell(http, health)) {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
    }
  }

  private static boolean isWell(HttpClient http, HttpRequest health) throws InterruptedException {
    try {
      return http.send(health, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  int port() {
    return port;
  }

  /** From the start of the process to its first good health. */
  long readyNanos() {
    return readyNanos;
  }

  /** Bytes of live objects, after a full collection. */
  long heap() throws Exception {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process histogram =
        new ProcessBuilder(jcmd, Long.toString(process.pid()), "GC.class_histogram").start();
    String total =
        new String(histogram.getInputStream().readAllBytes(), UTF_8)
            .lines()
            .filter(line -> line.startsWith("Total"))
            .findFirst()
            .orElseThrow();
    return Long.parseLong(total.strip().split("\\s+")[2]);
  }

  /** Bytes of memory that it holds. */
  long resident() throws IOException {
    return Files.readString(Path.of("/proc", Long.toString(process.pid()), "status"))
        .lines()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .findFirst()
        .orElseThrow();
  }

  /** SIGTERM. */
  void terminate() {
    process.destroy();
  }

  /** Its exit status, once it has ended. */
  int status() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
