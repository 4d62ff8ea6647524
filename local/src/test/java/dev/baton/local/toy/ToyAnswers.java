package dev.baton.local.toy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.baton.local.json.Jsons;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a {@link ToyServer} answers. */
record ToyAnswers(String greeting, ToyStreams streams) implements HttpHandler {

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    Map<String, String> query = query(exchange);
    String name = query.getOrDefault("name", "only");
    switch (path.substring(path.lastIndexOf('/') + 1)) {
      case "healthz" -> answer(exchange, 200, "healthy");
      case "stream" -> stream(exchange, name);
      case "push" -> {
        streams.push(
            name, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        answer(exchange, 200, "pushed");
      }
      case "end" -> {
        streams.end(name);
        answer(exchange, 200, "ended");
      }
      case "fate" -> answer(exchange, 200, streams.fate(name));
      case "echo" -> answer(exchange, 200, Jsons.write(echo(exchange)));
      case "status" -> status(exchange, Integer.parseInt(query.getOrDefault("code", "200")));
      case "fault" -> fault(exchange);
      case "halt" -> Runtime.getRuntime().halt(7);
      default -> answer(exchange, 404, "There is no " + path);
    }
  }

  private void stream(HttpExchange exchange, String name) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
    exchange.sendResponseHeaders(200, 0);
    try (var output = exchange.getResponseBody()) {
      output.write(": open\n\n".getBytes(StandardCharsets.UTF_8));
      output.flush();
      streams.serve(name, output);
    }
  }

  private ObjectNode echo(HttpExchange exchange) throws IOException {
    ObjectNode echo =
        Jsons.object()
            .put("greeting", greeting)
            .put("method", exchange.getRequestMethod())
            .put("target", exchange.getRequestURI().toString())
            .put(
                "body",
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    ObjectNode headers = echo.putObject("headers");
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join("|", values)));
    return echo;
  }

  private static void status(HttpExchange exchange, int code) throws IOException {
    exchange.getResponseHeaders().add("Set-Cookie", "a=1; Path=/");
    exchange.getResponseHeaders().add("Set-Cookie", "b=2; Path=/");
    exchange.getResponseHeaders().add("Access-Control-Allow-Origin", "https://evil.example.org");
    exchange.getResponseHeaders().add("X-Toy", "toy");
    if (code == 204) {
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
    } else {
      answer(exchange, code, "status " + code);
    }
  }

  /** Closes the connection in the middle of a body. */
  private static void fault(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    exchange.getResponseBody().write("half".getBytes(StandardCharsets.UTF_8));
    exchange.getResponseBody().flush();
    throw new IOException("The toy breaks.");
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    try (var output = exchange.getResponseBody()) {
      output.write(body);
    }
  }

  private static Map<String, String> query(HttpExchange exchange) {
    String query = exchange.getRequestURI().getRawQuery();
    return Stream.of(query == null ? new String[0] : query.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0],
                pair -> pair.length < 2 ? "" : pair[1],
                (first, second) -> second));
  }
}
