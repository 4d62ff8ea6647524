package dev.baton.survey.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A Graph API of one answer on the loopback interface, which keeps what it is asked. */
public final class LoopbackGraph implements AutoCloseable {
  private final HttpServer server;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private volatile Answer answer = exchange -> respond(exchange, 200, "{}");

  /** What came. */
  public record Request(
      String method, String uri, String authorization, String type, String body) {}

  /** How a request is answered. */
  public interface Answer {
    /** Answers it. */
    void to(HttpExchange exchange) throws IOException;
  }

  /** Starts it on a free port; every call succeeds. */
  public LoopbackGraph() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  /** Answers like this from now on. */
  public void answers(int status, String body) {
    answer = exchange -> respond(exchange, status, body);
  }

  /** Answers like this from now on. */
  public void answers(Answer other) {
    answer = other;
  }

  /** What came, in order. */
  public List<Request> requests() {
    return requests;
  }

  /** Where it listens. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  GraphSettings settings(Duration timeout) {
    return new GraphSettings(url(), "v25.0", timeout);
  }

  /** Answers and closes. */
  public static void respond(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    requests.add(
        new Request(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
            String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")),
            body));
    answer.to(exchange);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
