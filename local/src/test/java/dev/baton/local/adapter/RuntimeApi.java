package dev.baton.local.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.baton.local.json.Jsons;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Lambda as a runtime and an extension see it: invocations to fetch, responses to stream back.
 *
 * <p>Source: AWS Lambda developer guide, "Using the Lambda runtime API for custom runtimes" and
 * "Lambda Extensions API".
 */
final class RuntimeApi implements AutoCloseable {
  private static final String INVOCATION = "/2018-06-01/runtime/invocation/";

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final CompletableFuture<String> extension = new CompletableFuture<>();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch never = new CountDownLatch(1);

  private record Waiting(String id, JsonNode event, long deadline) {}

  RuntimeApi() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Host and port, as {@code AWS_LAMBDA_RUNTIME_API} has them. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** The name under which an extension registered. */
  String extension() throws Exception {
    return extension.get(10, TimeUnit.SECONDS);
  }

  /** Whether a runtime has asked for an invocation yet: it is ready. */
  boolean isAsked() {
    return asked.getCount() == 0;
  }

  /** Waits until a runtime asks for its first invocation. */
  boolean awaitAsked() throws InterruptedException {
    return asked.await(20, TimeUnit.SECONDS);
  }

  /** Invokes the function. */
  Answer invoke(JsonNode event, Duration timeout) {
    String id = UUID.randomUUID().toString();
    Answer answer = new Answer();
    answers.put(id, answer);
    waiting.add(new Waiting(id, event, System.currentTimeMillis() + timeout.toMillis()));
    return answer;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    try (exchange) {
      switch (path.substring(path.lastIndexOf('/') + 1)) {
        case "register" -> register(exchange);
        case "next" -> next(exchange, path);
        case "response" -> {
          String mode =
              exchange.getRequestHeaders().getFirst("Lambda-Runtime-Function-Response-Mode");
          answer(path).read(String.valueOf(mode), exchange.getRequestBody());
          reply(exchange, 202, new byte[0]);
        }
        case "error" -> {
          answer(path)
              .fail(Objects.requireNonNull(Jsons.parse(exchange.getRequestBody().readAllBytes())));
          reply(exchange, 202, new byte[0]);
        }
        default -> reply(exchange, 404, new byte[0]);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private Answer answer(String path) {
    return Objects.requireNonNull(answers.get(path.substring(INVOCATION.length()).split("/")[0]));
  }

  private void register(HttpExchange exchange) throws IOException {
    extension.complete(
        String.valueOf(exchange.getRequestHeaders().getFirst("Lambda-Extension-Name")));
    exchange.getResponseHeaders().set("Lambda-Extension-Identifier", UUID.randomUUID().toString());
    reply(
        exchange,
        200,
        Jsons.bytes(Jsons.object().put("functionName", "toy").put("handler", "run.sh")));
  }

  private void next(HttpExchange exchange, String path) throws IOException, InterruptedException {
    if (!path.startsWith(INVOCATION)) {
      never.await();
      return;
    }
    asked.countDown();
    Waiting next = waiting.take();
    exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", next.id());
    exchange.getResponseHeaders().set("Lambda-Runtime-Deadline-Ms", next.deadline() + "");
    exchange.getResponseHeaders().set("Lambda-Runtime-Trace-Id", "Root=1-5759e988-bd862e3fe1be");
    exchange
        .getResponseHeaders()
        .set("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-central-1:1:function:toy");
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    reply(exchange, 200, Jsons.bytes(next.event()));
  }

  private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
