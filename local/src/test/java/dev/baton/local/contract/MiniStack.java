package dev.baton.local.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.baton.local.process.FreePorts;
import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** MiniStack, a free emulator of AWS in Python, in a process of its own. */
final class MiniStack implements AutoCloseable {
  private static final String NAME = "ministack";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final int port = FreePorts.one();
  private final Path log;
  private final Process process;

  private MiniStack(Path program, Path directory) throws IOException {
    log = directory.resolve("ministack.log");
    ProcessBuilder builder =
        new ProcessBuilder(program.toString())
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    Map<String, String> environment = builder.environment();
    environment.put("BIND_HOST", "127.0.0.1");
    environment.put("MINISTACK_HOST", "127.0.0.1");
    environment.put("MINISTACK_REGION", "eu-central-1");
    environment.put("GATEWAY_PORT", Integer.toString(port));
    environment.put("TMPDIR", directory.toString());
    process = builder.start();
  }

  /** One that answers, or skips the calling test where it is not installed. */
  static MiniStack start(Path directory) throws IOException, InterruptedException {
    List<Path> found = places().filter(Files::isExecutable).toList();
    assumeTrue(!found.isEmpty(), "MiniStack is not installed");
    MiniStack started = new MiniStack(found.getFirst().toAbsolutePath(), directory);
    try {
      started.awaitHealth();
    } catch (IOException | RuntimeException | InterruptedException fault) {
      started.close();
      throw fault;
    }
    return started;
  }

  private static Stream<Path> places() {
    String path = System.getenv().getOrDefault("PATH", "");
    Stream<Path> onPath =
        Arrays.stream(path.split(File.pathSeparator, -1)).map(folder -> Path.of(folder, NAME));
    return Stream.concat(Stream.of(Path.of("../.venv/ministack/bin", NAME)), onPath);
  }

  private void awaitHealth() throws IOException, InterruptedException {
    HttpRequest health =
        HttpRequest.newBuilder(URI.create(endpoint() + "/_ministack/health"))
            .timeout(PATIENCE)
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      for (; ; ) {
        try {
          HttpResponse<String> answer = http.send(health, BodyHandlers.ofString());
          if (answer.statusCode() == 200) {
            return;
          }
        } catch (ConnectException notYet) {
          // It takes about two seconds.
        }
        if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
          throw new IllegalStateException("MiniStack ended:\n" + Files.readString(log));
        }
      }
    }
  }

  String endpoint() {
    return "http://127.0.0.1:" + port;
  }

  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
