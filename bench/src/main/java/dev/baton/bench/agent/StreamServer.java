package dev.baton.bench.agent;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.baton.bench.figure.Spread;
import dev.baton.local.LocalStack;
import dev.baton.local.LocalStackSettings;
import dev.baton.local.client.Commands;
import dev.baton.local.runtime.TaskFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The stream server from its zip in a process of its own, against a stack in this JVM. Prints: from
 * its start to its first good health; memory per idle viewer; how soon 200 viewers are told and
 * sent away on SIGTERM.
 */
public final class StreamServer {
  private static final Path ZIP = Path.of("functions/agent/target/lambda.zip");
  private static final int STARTS = 10;
  private static final int WARM = 50;
  private static final int IDLE = 1_000;
  private static final int DRAINED = 200;
  private static final int PER_SESSION = 20;

  private final TaskFolder folder;
  private final LocalStack stack;
  private final Commands commands;
  private final String table;
  private final PrintStream out = System.out;

  private StreamServer(TaskFolder folder, LocalStack stack, String table) {
    this.folder = folder;
    this.stack = stack;
    this.commands = new Commands(stack.apiUrl());
    this.table = table;
  }

  /** Runs it from the folder of the template. */
  public static void main(String[] arguments) throws Exception {
    Map<String, String> settings = Map.of("PORT", "0", "BATON_RATE_HANDOFF", "0");
    try (TaskFolder folder = TaskFolder.ofZip(ZIP);
        LocalStack stack = LocalStack.start(LocalStackSettings.of(settings));
        DynamoDbClient client = DynamoDbClient.create()) {
      String table =
          client.listTables().tableNames().stream()
              .filter(name -> name.contains("Sessions"))
              .findFirst()
              .orElseThrow();
      StreamServer bench = new StreamServer(folder, stack, table);
      bench.starts();
      bench.idle();
      bench.drains();
    }
  }

  private ServerProcess start() throws Exception {
    return ServerProcess.start(folder, stack.awsUrl(), table);
  }

  private void starts() throws Exception {
    long[] took = new long[STARTS];
    for (int number = 0; number < STARTS; number++) {
      try (ServerProcess server = start()) {
        took[number] = server.readyNanos();
      }
    }
    out.printf("from the start of the process to good health: %s%n", Spread.of(took).ofNanos());
  }

  private void idle() throws Exception {
    try (ServerProcess server = start()) {
      List<Socket> viewers = open(server, WARM);
      long heap = server.heap();
      long resident = server.resident();
      viewers.addAll(open(server, IDLE));
      out.printf(
          "%d idle viewers: %.1f KiB of heap each, %.1f KiB resident each, of a process of %d MiB%n",
          IDLE,
          (server.heap() - heap) / 1024.0 / IDLE,
          (server.resident() - resident) / 1024.0 / IDLE,
          server.resident() >> 20);
      for (Socket viewer : viewers) {
        viewer.close();
      }
    }
  }

  private void drains() throws Exception {
    try (ServerProcess server = start();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Long>> ends = new ArrayList<>();
      for (Socket viewer : open(server, DRAINED)) {
        ends.add(threads.submit(() -> end(viewer)));
      }
      TimeUnit.SECONDS.sleep(1);
      long told = System.nanoTime();
      server.terminate();
      int status = server.status();
      long exited = System.nanoTime();
      long[] took = new long[DRAINED];
      for (int number = 0; number < DRAINED; number++) {
        took[number] = ends.get(number).get() - told;
      }
      out.printf(
          "SIGTERM with %d viewers, to a viewer's end: %s; to the end of the process %.0f ms, status %d%n",
          DRAINED, Spread.of(took).ofNanos(), (exited - told) / 1e6, status);
    }
  }

  private static long end(Socket viewer) throws IOException {
    try (viewer;
        InputStream stream = viewer.getInputStream()) {
      byte[] buffer = new byte[512];
      while (stream.read(buffer) >= 0) {
        // Whatever comes.
      }
      return System.nanoTime();
    }
  }

  /** Viewers of sessions without a run, each with its first bytes. */
  private List<Socket> open(ServerProcess server, int viewers) throws IOException {
    List<Socket> open = new ArrayList<>();
    String session = "";
    for (int number = 0; number < viewers; number++) {
      if (number % PER_SESSION == 0) {
        session =
            commands.data("agent-start", Map.of()).path("credentials").path("sessionId").asText();
      }
      Socket viewer = new Socket(InetAddress.getLoopbackAddress(), server.port());
      String request =
          "GET /api/agent/stream?session_id=%s HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer dev\r\n\r\n"
              .formatted(session);
      viewer.getOutputStream().write(request.getBytes(US_ASCII));
      if (viewer.getInputStream().read() < 0) {
        throw new IllegalStateException("A stream ended at once.");
      }
      open.add(viewer);
    }
    return open;
  }
}
