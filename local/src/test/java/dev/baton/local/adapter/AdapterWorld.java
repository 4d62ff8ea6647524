package dev.baton.local.adapter;

import dev.baton.local.json.Jsons;
import dev.baton.local.process.FreePorts;
import dev.baton.local.runtime.RuntimeApi;
import dev.baton.local.runtime.RuntimeInvocation;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * An execution environment of Lambda: the adapter as an extension, the server that run.sh starts,
 * and the API that both talk to.
 */
public final class AdapterWorld implements AutoCloseable {
  private static final String ARN = "arn:aws:lambda:eu-central-1:000000000000:function:toy";

  private final HttpClient http = HttpClient.newHttpClient();
  private final RuntimeApi api = new RuntimeApi();
  private final int port = FreePorts.one();
  private final Path root;
  private final Map<String, String> variables = new HashMap<>();
  private final Process adapter;
  private @Nullable Process server;

  /**
   * An environment in which the adapter runs and the server does not yet.
   *
   * @param root what is deployed
   * @param own the function's variables; those of the adapter are there already
   */
  public AdapterWorld(Path root, Map<String, String> own) throws Exception {
    this.root = root;
    variables.putAll(
        Map.of(
            "AWS_LAMBDA_RUNTIME_API", api.address(),
            "AWS_LAMBDA_FUNCTION_NAME", "toy",
            "AWS_LAMBDA_FUNCTION_VERSION", "$LATEST",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512",
            "AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/toy",
            "AWS_LAMBDA_LOG_STREAM_NAME", "local",
            "LAMBDA_TASK_ROOT", root.toString(),
            "_HANDLER", "run.sh"));
    variables.putAll(
        Map.of(
            "AWS_LWA_INVOKE_MODE", "response_stream",
            "AWS_LWA_READINESS_CHECK_PATH", "/healthz",
            "AWS_LWA_READINESS_CHECK_HEALTHY_STATUS", "200"));
    variables.putAll(own);
    variables.put("AWS_LWA_PORT", Integer.toString(port));
    adapter = start(AdapterBuild.program());
  }

  /** Starts the server and waits until the adapter found it healthy. */
  public AdapterWorld withServer() throws Exception {
    launch();
    awaitReady();
    return this;
  }

  /** Starts the server. */
  public void launch() throws IOException {
    server = start(root.resolve("run.sh"));
  }

  /** Whether the adapter found the server healthy. */
  public boolean isReady() {
    return api.asked().isDone();
  }

  /** Waits until the adapter asks for its first invocation. */
  void awaitReady() throws Exception {
    try {
      api.asked().get(20, TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      throw new IllegalStateException("The server is not ready; see " + log(), late);
    }
  }

  private Process start(Path program) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(program.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    builder.environment().putAll(variables);
    builder
        .environment()
        .merge(
            "PATH",
            Path.of(System.getProperty("java.home"), "bin").toString(),
            (rest, java) -> java + ":" + rest);
    return builder.start();
  }

  private Path log() {
    return root.resolveSibling("environment.log");
  }

  RuntimeApi api() {
    return api;
  }

  /** The port on which the adapter looks for the server. */
  int port() {
    return port;
  }

  /** Sends a request through Lambda and the adapter. */
  public Answer send(UrlRequest request) {
    Answer answer = new Answer();
    String id = UUID.randomUUID().toString();
    byte[] event = Jsons.bytes(request.event());
    api.invoke(new RuntimeInvocation(id, ARN, request.timeout(), event), answer);
    return answer;
  }

  /** Asks the server itself, past the adapter. */
  String past(String target, String body) throws Exception {
    HttpResponse<String> response =
        http.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + target))
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    return response.body();
  }

  /** Asks the server itself as soon as it listens, for at most twenty seconds. */
  public String awaitPast(String target) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (true) {
      try {
        return past(target, "");
      } catch (ConnectException notYet) {
        if (System.nanoTime() > end) {
          throw notYet;
        }
        Thread.onSpinWait();
      }
    }
  }

  /** SIGTERM to the server; its exit status, waited for at most two seconds. */
  public int terminate() throws InterruptedException {
    Process running = Objects.requireNonNull(server);
    running.destroy();
    if (!running.waitFor(2, TimeUnit.SECONDS)) {
      throw new IllegalStateException("The server is still there after two seconds.");
    }
    return running.exitValue();
  }

  @Override
  public void close() {
    if (server != null) {
      server.destroyForcibly();
    }
    adapter.destroyForcibly();
    api.close();
  }
}
