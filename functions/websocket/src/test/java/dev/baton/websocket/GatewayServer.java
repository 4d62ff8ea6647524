package dev.baton.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.baton.core.json.JsonObject;
import dev.baton.shell.json.JsonReader;
import dev.baton.shell.json.JsonReading.Readable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;

/** API Gateway's connections over loopback HTTP: remembers frames, and who was sent away. */
public final class GatewayServer implements AutoCloseable {
  private static final JsonReader READER = JsonReader.refusingDuplicates(50);

  /** Connections that are not there. */
  public final Set<String> gone = ConcurrentHashMap.newKeySet();

  /** Connections that take nothing. */
  public final Set<String> busy = ConcurrentHashMap.newKeySet();

  /** Connections that were deleted, in order. */
  public final List<String> deleted = new CopyOnWriteArrayList<>();

  /** Every request, taken or not: method and connection. */
  public final List<String> asked = new CopyOnWriteArrayList<>();

  /** What happens while a connection is sent a frame, before it is answered. */
  public final Map<String, Runnable> meanwhile = new ConcurrentHashMap<>();

  private final List<Sent> sent = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  private record Sent(String connectionId, JsonObject frame, int bytes) {}

  /** A server on a free port. */
  public GatewayServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /** A client of this server. */
  public ApiGatewayManagementApiClient client() {
    return ApiGatewayManagementApiClient.builder()
        .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
        .build();
  }

  /** The frames that a connection got, in order. */
  public List<JsonObject> frames(String connectionId) {
    return sent.stream()
        .filter(one -> one.connectionId().equals(connectionId))
        .map(Sent::frame)
        .toList();
  }

  /** The types of the frames that a connection got. */
  public List<String> types(String connectionId) {
    return frames(connectionId).stream().map(frame -> String.valueOf(frame.text("type"))).toList();
  }

  /** The longest frame so far, in bytes. */
  public int longest() {
    return sent.stream().mapToInt(Sent::bytes).max().orElse(0);
  }

  /** Forgets the frames so far. */
  public void clear() {
    sent.clear();
    deleted.clear();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String connection = path.substring(path.lastIndexOf('/') + 1);
      byte[] body = exchange.getRequestBody().readAllBytes();
      asked.add(exchange.getRequestMethod() + " " + connection);
      int status = gone.contains(connection) ? 410 : busy.contains(connection) ? 403 : 200;
      if (status == 200) {
        take(exchange.getRequestMethod(), connection, body);
      }
      if (status == 410) {
        exchange.getResponseHeaders().set("x-amzn-ErrorType", "GoneException");
      }
      exchange.sendResponseHeaders(status, -1);
    }
  }

  private void take(String method, String connection, byte[] body) {
    switch (method) {
      case "POST" -> {
        Runnable hook = meanwhile.remove(connection);
        if (hook != null) {
          hook.run();
        }
        if (READER.read(new String(body, UTF_8)) instanceof Readable(JsonObject frame)) {
          sent.add(new Sent(connection, frame, body.length));
        }
      }
      case "DELETE" -> {
        deleted.add(connection);
        gone.add(connection);
      }
      default -> {}
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
