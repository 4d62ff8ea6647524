package dev.baton.local.adapter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.json.Jsons;
import dev.baton.local.runtime.RuntimeApi;
import dev.baton.local.runtime.RuntimeInvocation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
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
final class AdapterWorld implements AutoCloseable {
  private static final String ARN = "arn:aws:lambda:eu-central-1:000000000000:function:toy";
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final HttpClient http = HttpClient.newHttpClient();
  private final RuntimeApi api = new RuntimeApi();
  private final int port = freePort();
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
  AdapterWorld(Path root, Map<String, String> own) throws Exception {
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
  AdapterWorld withServer() throws Exception {
    server = start(root.resolve("run.sh"));
    awaitReady();
    return this;
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
  Answer get(String target, Map<String, String> headers) {
    String[] parts = target.split("\\?", 2);
    ObjectNode event =
        Jsons.object()
            .put("version", "2.0")
            .put("routeKey", "$default")
            .put("rawPath", parts[0])
            .put("rawQueryString", parts.length < 2 ? "" : parts[1])
            .put("isBase64Encoded", false);
    event.putArray("cookies").add("a=1").add("b=2");
    ObjectNode all = event.putObject("headers").put("host", "toy.lambda-url.example.org");
    headers.forEach(all::put);
    ObjectNode context =
        event
            .putObject("requestContext")
            .put("accountId", "anonymous")
            .put("apiId", "toy")
            .put("domainName", "toy.lambda-url.example.org")
            .put("domainPrefix", "toy")
            .put("requestId", "r-1")
            .put("routeKey", "$default")
            .put("stage", "$default")
            .put("time", "30/Nov/2026:00:00:00 +0000")
            .put("timeEpoch", 1_795_996_800_000L);
    context
        .putObject("http")
        .put("method", "GET")
        .put("path", parts[0])
        .put("protocol", "HTTP/1.1")
        .put("sourceIp", "192.0.2.1")
        .put("userAgent", "test");
    Answer answer = new Answer();
    String id = UUID.randomUUID().toString();
    api.invoke(new RuntimeInvocation(id, ARN, TIMEOUT, Jsons.bytes(event)), answer);
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

  /** SIGTERM to the server; its exit status, waited for at most two seconds. */
  int terminate() throws InterruptedException {
    Process running = Objects.requireNonNull(server);
    running.destroy();
    if (!running.waitFor(2, TimeUnit.SECONDS)) {
      throw new IllegalStateException("The server is still there after two seconds.");
    }
    return running.exitValue();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
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
