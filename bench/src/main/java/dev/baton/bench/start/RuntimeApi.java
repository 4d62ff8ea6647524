package dev.baton.bench.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Lambda's runtime API for one process: one event, one answer, and then nothing more to do. Source:
 * Lambda developer guide, "Using the Lambda runtime API".
 */
final class RuntimeApi implements AutoCloseable {
  private static final String FUNCTION = "arn:aws:lambda:eu-central-1:123456789012:function:cold";
  private static final long MINUTE = 60_000;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<Answer> answers = new ArrayBlockingQueue<>(4);
  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicBoolean given = new AtomicBoolean();
  private final byte[] event;

  /**
   * What the process answered.
   *
   * @param at when, in nanoseconds of this JVM
   * @param path where it was posted to
   * @param body the answer
   */
  record Answer(long at, String path, String body) {

    /** Whether the function answered, be it with a refusal. */
    boolean isRight() {
      return path.endsWith("/response") && !body.contains("\"statusCode\":5");
    }
  }

  private RuntimeApi(byte[] event) throws IOException {
    this.event = event;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  /** An API that waits for a process to ask for this event. */
  static RuntimeApi holding(byte[] event) throws IOException {
    RuntimeApi api = new RuntimeApi(event);
    api.server.setExecutor(api.threads);
    api.server.createContext("/2018-06-01/runtime/", api::serve);
    api.server.start();
    return api;
  }

  /** Host and port. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** The answer, or null when none came in a minute. */
  @Nullable Answer await() throws InterruptedException {
    return answers.poll(MINUTE, TimeUnit.MILLISECONDS);
  }

  private void serve(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.endsWith("/next")) {
      next(exchange);
      return;
    }
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    answers.add(new Answer(System.nanoTime(), path, body));
    exchange.sendResponseHeaders(202, -1);
    exchange.close();
  }

  private void next(HttpExchange exchange) throws IOException {
    if (given.getAndSet(true)) {
      waitForEnd();
      exchange.close();
      return;
    }
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "application/json");
    headers.set("Lambda-Runtime-Aws-Request-Id", "8476a536-e9f4-11e8-9739-2dfe598c3fcd");
    headers.set("Lambda-Runtime-Invoked-Function-Arn", FUNCTION);
    headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + MINUTE));
    exchange.sendResponseHeaders(200, event.length);
    exchange.getResponseBody().write(event);
    exchange.close();
  }

  private void waitForEnd() {
    try {
      end.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
