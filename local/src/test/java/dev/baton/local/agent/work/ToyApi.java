package dev.baton.local.agent.work;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An API with three commands that do nothing: {@code toy-read}, {@code toy-write} and {@code
 * toy-delete}. It remembers who was called, and holds its answers when it is told to.
 */
final class ToyApi implements AutoCloseable {
  private final HttpServer server;
  private final List<String> called = new CopyOnWriteArrayList<>();
  private volatile @Nullable CountDownLatch held;
  private volatile UnaryOperator<String> answer =
      command -> "{\"success\":true,\"data\":{\"did\":\"" + command + "\"}}";

  private ToyApi(HttpServer server) {
    this.server = server;
  }

  static ToyApi start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      ToyApi api = new ToyApi(server);
      server.createContext("/commands", api::handle);
      server.start();
      return api;
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The commands that were called, each with the id of its call, in order. */
  List<String> called() {
    return called;
  }

  /** From now on commands are called and do not answer. */
  void hold() {
    held = new CountDownLatch(1);
  }

  /** Lets those answer that are held. */
  void release() {
    CountDownLatch latch = held;
    if (latch != null) {
      latch.countDown();
    }
  }

  /** What commands answer, by their names. */
  void answers(UnaryOperator<String> other) {
    answer = other;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.equals("/commands")) {
      answer(exchange, catalogue());
      return;
    }
    String command = path.substring("/commands/".length());
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    called.add(command + " " + key.substring(key.indexOf(':') + 1));
    CountDownLatch latch = held;
    if (latch != null) {
      await(latch);
    }
    answer(exchange, answer.apply(command));
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException end) {
      throw new IOException(end);
    }
  }

  private static void answer(HttpExchange exchange, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static String catalogue() {
    return "{\"commands\":["
        + command("toy-read", false, false)
        + ","
        + command("toy-write", true, false)
        + ","
        + command("toy-delete", true, true)
        + "]}";
  }

  private static String command(String name, boolean mutation, boolean destructive) {
    return "{\"name\":\"%s\",\"description\":\"Does nothing at all.\",\"mutation\":%s,\"destructive\":%s,\"inputSchema\":{\"type\":\"object\"}}"
        .formatted(name, mutation, destructive);
  }

  @Override
  public void close() {
    release();
    server.stop(0);
  }
}
