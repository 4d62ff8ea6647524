package dev.baton.local.emulator;

import dev.baton.local.LocalStack;
import dev.baton.local.process.FreePorts;
import dev.baton.local.runtime.Initialization;
import dev.baton.local.runtime.RuntimeClient;
import dev.baton.local.template.FunctionDefinition;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The emulator with one function, which it starts when it is first invoked. */
final class Emulator implements AutoCloseable {
  private static final int HEAP = 256;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final HttpClient http = HttpClient.newHttpClient();
  private final int port = FreePorts.one();
  private final Path log;
  private final Process process;

  /**
   * What the emulator answered.
   *
   * @param status HTTP status
   * @param body what the function said, or the error
   */
  record Answer(int status, String body) {}

  /**
   * Starts the emulator.
   *
   * @param bootstrap what the emulator starts, in the folder: the function's runtime
   * @param folder the function's zip, unpacked
   * @param log what the emulator and the function print
   */
  Emulator(
      Path program,
      List<String> bootstrap,
      FunctionDefinition function,
      Path folder,
      LocalStack stack,
      Path log)
      throws IOException {
    this.log = log;
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.add("--runtime-interface-emulator-address=127.0.0.1:" + port);
    command.add("--runtime-api-address=127.0.0.1:" + FreePorts.one());
    command.addAll(bootstrap);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put("PATH", Path.of(System.getProperty("java.home"), "bin") + ":/usr/bin:/bin");
    environment.putAll(function.environment());
    environment.replace("AWS_LWA_PORT", Integer.toString(FreePorts.one()));
    environment.putAll(
        RuntimeClient.variables(
            Initialization.ON_DEMAND,
            function.name(),
            function.handler(),
            function.memoryMegabytes(),
            folder,
            stack.awsUrl()));
    environment.put("AWS_LAMBDA_FUNCTION_TIMEOUT", Long.toString(PATIENCE.toSeconds()));
    process = builder.start();
  }

  /** What starts a function that has a handler: AWS's client. */
  static List<String> handler(RuntimeClient client, FunctionDefinition function) {
    return client.command(function.handler(), HEAP, List.of(), List.of());
  }

  /**
   * What starts a function that is a server. The adapter is a program beside it, which registers as
   * an extension by itself: those in {@code /opt/extensions} are the whole machine's.
   */
  static List<String> server(Path adapter) {
    return List.of("/bin/sh", "-c", "\"$0\" & exec ./run.sh", adapter.toString());
  }

  /** Invokes the function. */
  Answer invoke(String event) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:" + port + "/2015-03-31/functions/function/invocations"))
            .timeout(PATIENCE)
            .POST(BodyPublishers.ofString(event))
            .build();
    for (; ; ) {
      try {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body());
      } catch (ConnectException notYet) {
        if (process.waitFor(10, TimeUnit.MILLISECONDS)) {
          throw new IllegalStateException("The emulator ended:\n" + log(), notYet);
        }
      }
    }
  }

  /** What was printed so far. */
  String log() throws IOException {
    return Files.readString(log);
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    http.close();
  }
}
