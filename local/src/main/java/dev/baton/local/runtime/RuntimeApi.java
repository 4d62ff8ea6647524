package dev.baton.local.runtime;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.baton.local.json.Jsons;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Lambda as the runtime and an extension of one execution environment see it: invocations to fetch,
 * answers to send back as they come, and for a snapshot the moment of its restore. Whoever invokes
 * is called back; invocations wait until the runtime asks for them.
 *
 * <p>Source: AWS Lambda developer guide, "Using the Lambda runtime API for custom runtimes" and
 * "Lambda Extensions API".
 */
public final class RuntimeApi implements AutoCloseable {
  private static final String RUNTIME = "/2018-06-01/runtime/";
  private static final String INVOCATION = RUNTIME + "invocation/";
  private static final String CREDENTIALS = "/2021-04-23/credentials";
  private static final Duration CREDENTIALS_LAST = Duration.ofHours(6);
  private static final String EXTENSION = "/2020-01-01/extension/";

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();
  private final Map<String, Receiver> receivers = new ConcurrentHashMap<>();
  private final CompletableFuture<Void> asked = new CompletableFuture<>();
  private final CompletableFuture<byte[]> initError = new CompletableFuture<>();
  private final CompletableFuture<String> extension = new CompletableFuture<>();
  private final CompletableFuture<Void> readied = new CompletableFuture<>();
  private final CompletableFuture<Void> restored = new CompletableFuture<>();
  private final CompletableFuture<byte[]> restoreError = new CompletableFuture<>();
  private final String credentialsToken = UUID.randomUUID().toString();
  private final CountDownLatch never = new CountDownLatch(1);

  private record Waiting(RuntimeInvocation invocation, Receiver receiver) {}

  /** An API at a free port of the loopback interface. */
  public RuntimeApi() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Host and port, as {@code AWS_LAMBDA_RUNTIME_API} has them. */
  public String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** The variables that lead a process here for all that it asks, its credentials included. */
  public Map<String, String> variables() {
    return Map.of(
        "AWS_LAMBDA_RUNTIME_API",
        address(),
        "AWS_CONTAINER_CREDENTIALS_FULL_URI",
        "http://" + address() + CREDENTIALS,
        "AWS_CONTAINER_AUTHORIZATION_TOKEN",
        credentialsToken);
  }

  /** Done when the runtime asks to be restored: a snapshot may be taken. */
  public CompletableFuture<Void> readied() {
    return readied;
  }

  /** Tells the runtime that it is restored, now or as soon as it asks. */
  public void restore() {
    restored.complete(null);
  }

  /** What the runtime says when a hook fails after a restore: JSON as of a failed invocation. */
  public CompletableFuture<byte[]> restoreError() {
    return restoreError;
  }

  /** Done when the runtime asks for its first invocation: it is ready. */
  public CompletableFuture<Void> asked() {
    return asked;
  }

  /** What the runtime says when the function cannot be made: JSON as of a failed invocation. */
  public CompletableFuture<byte[]> initError() {
    return initError;
  }

  /** The name under which an extension registered. */
  public CompletableFuture<String> extension() {
    return extension;
  }

  /** Invokes the function as soon as its runtime asks. */
  public void invoke(RuntimeInvocation invocation, Receiver receiver) {
    receivers.put(invocation.requestId(), receiver);
    waiting.add(new Waiting(invocation, receiver));
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    try (exchange) {
      if (path.startsWith(INVOCATION)) {
        invocation(exchange, path.substring(INVOCATION.length()).split("/", 2));
      } else {
        switch (path) {
          case RUNTIME + "init/error" -> {
            initError.complete(exchange.getRequestBody().readAllBytes());
            reply(exchange, 202, new byte[0]);
          }
          case RUNTIME + "restore/next" -> {
            readied.complete(null);
            restored.get();
            reply(exchange, 200, new byte[0]);
          }
          case RUNTIME + "restore/error" -> {
            restoreError.complete(exchange.getRequestBody().readAllBytes());
            reply(exchange, 202, new byte[0]);
          }
          case CREDENTIALS -> credentials(exchange);
          case EXTENSION + "register" -> register(exchange);
          case EXTENSION + "event/next" -> never.await();
          default -> reply(exchange, 404, new byte[0]);
        }
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void credentials(HttpExchange exchange) throws IOException {
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    if (!credentialsToken.equals(token)) {
      reply(exchange, 403, new byte[0]);
      return;
    }
    Instant end = Instant.now().plus(CREDENTIALS_LAST);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    reply(
        exchange,
        200,
        Jsons.bytes(
            Jsons.object()
                .put("AccessKeyId", "local")
                .put("SecretAccessKey", "local")
                .put("Token", "local")
                .put("Expiration", end.truncatedTo(ChronoUnit.SECONDS).toString())));
  }

  private void invocation(HttpExchange exchange, String[] path)
      throws IOException, InterruptedException {
    if (path[0].equals("next")) {
      next(exchange);
      return;
    }
    Receiver receiver = receivers.remove(path[0]);
    if (receiver == null || path.length < 2) {
      reply(exchange, 400, new byte[0]);
      return;
    }
    if (path[1].equals("response")) {
      String mode = exchange.getRequestHeaders().getFirst("Lambda-Runtime-Function-Response-Mode");
      receiver.answered(Objects.requireNonNullElse(mode, ""), exchange.getRequestBody());
    } else {
      receiver.failed(exchange.getRequestBody().readAllBytes());
    }
    reply(exchange, 202, new byte[0]);
  }

  private void next(HttpExchange exchange) throws IOException, InterruptedException {
    asked.complete(null);
    Waiting next = waiting.take();
    RuntimeInvocation invocation = next.invocation();
    long deadline = System.currentTimeMillis() + invocation.timeout().toMillis();
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "application/json");
    headers.set("Lambda-Runtime-Aws-Request-Id", invocation.requestId());
    headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(deadline));
    headers.set("Lambda-Runtime-Trace-Id", trace());
    headers.set("Lambda-Runtime-Invoked-Function-Arn", invocation.functionArn());
    next.receiver().fetched();
    reply(exchange, 200, invocation.event());
  }

  private static String trace() {
    String random = UUID.randomUUID().toString().replace("-", "").substring(0, 24);
    return "Root=1-%08x-%s;Sampled=0".formatted(System.currentTimeMillis() / 1000, random);
  }

  private void register(HttpExchange exchange) throws IOException {
    String name = exchange.getRequestHeaders().getFirst("Lambda-Extension-Name");
    extension.complete(Objects.requireNonNullElse(name, ""));
    exchange.getResponseHeaders().set("Lambda-Extension-Identifier", UUID.randomUUID().toString());
    reply(exchange, 200, Jsons.bytes(Jsons.object().put("functionVersion", "$LATEST")));
  }

  private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  /** Stops answering; what was not answered never will be. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
