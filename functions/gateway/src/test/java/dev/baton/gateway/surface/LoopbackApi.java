package dev.baton.gateway.surface;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.shell.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * A small HTTP API on this machine: handlers at paths, every other command a success that says its
 * own name. Whoever calls is the owner of every scope.
 */
final class LoopbackApi implements AutoCloseable {
  private static final Context NOBODY_ASKS =
      (Context)
          Proxy.newProxyInstance(
              LoopbackApi.class.getClassLoader(),
              new Class<?>[] {Context.class},
              (proxy, method, arguments) -> {
                throw new AssertionError("Handlers ask their context for nothing.");
              });

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, RequestStreamHandler> handlers;
  private final Function<String, String> otherwise;

  LoopbackApi(Map<String, RequestStreamHandler> handlers, Function<String, String> otherwise)
      throws IOException {
    this.handlers = handlers;
    this.otherwise = otherwise;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  String domain() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Answers as the API would, without its socket. */
  JsonObject send(String method, String path, String body) {
    return invoke(method, path, body, JsonObject.EMPTY);
  }

  /** The body of the answer that comes through the socket. */
  JsonObject post(String path, String body) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://" + domain() + path))
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      byte[] answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
      Json json = JsonReader.keepingDuplicates(100).read(answer).orNull();
      return (JsonObject) Objects.requireNonNull(json);
    }
  }

  private void serve(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    JsonObject.Builder headers = JsonObject.builder();
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
    JsonObject answer =
        handlers.containsKey(path) || path.startsWith("/stream/")
            ? invoke(exchange.getRequestMethod(), path, body, headers.build())
            : JsonObject.builder().put("body", otherwise.apply(path)).build();
    byte[] text = Objects.requireNonNull(answer.text("body")).getBytes(UTF_8);
    exchange.sendResponseHeaders(200, text.length);
    exchange.getResponseBody().write(text);
    exchange.close();
  }

  private JsonObject invoke(String method, String path, String body, JsonObject sent) {
    RequestStreamHandler handler =
        Objects.requireNonNull(
            handlers.getOrDefault(path, handlers.get(path.replaceAll("[^/]+$", "*"))), path);
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try {
      handler.handleRequest(
          new ByteArrayInputStream(event(method, path, body, sent).write().getBytes(UTF_8)),
          output,
          NOBODY_ASKS);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    Json answer = JsonReader.keepingDuplicates(100).read(output.toByteArray()).orNull();
    return (JsonObject) Objects.requireNonNull(answer);
  }

  private JsonObject event(String method, String path, String body, JsonObject sent) {
    JsonObject.Builder headers =
        JsonObject.builder()
            .put("content-type", "application/json")
            .put("accept", "*/*")
            .put("authorization", "Bearer any");
    sent.members().stream()
        .filter(header -> header.name().toLowerCase(Locale.ROOT).startsWith("x-"))
        .forEach(header -> headers.put(header.name(), header.value()));
    JsonObject caller =
        JsonObject.builder().put("owner", "ada").put("scopes", "*").put("key_id", "k").build();
    return JsonObject.builder()
        .put("rawPath", path)
        .put("headers", headers.build())
        .put("body", body)
        .put(
            "requestContext",
            JsonObject.builder()
                .put("domainName", domain())
                .put("http", JsonObject.builder().put("method", method).build())
                .put("authorizer", JsonObject.builder().put("lambda", caller).build())
                .build())
        .build();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
