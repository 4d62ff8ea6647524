package dev.baton.agent.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.baton.agent.core.event.Bodies;
import dev.baton.agent.core.event.LoggedEvent;
import dev.baton.agent.core.frame.AgUiFramer;
import dev.baton.agent.core.frame.AgUiView;
import dev.baton.agent.core.frame.AiSdkFramer;
import dev.baton.agent.core.frame.Framer;
import dev.baton.agent.core.frame.NativeFramer;
import dev.baton.agent.core.frame.Reconnect;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;

/**
 * Serves runs to clients over plain HTTP: {@code /cases} tells which there are, {@code
 * /<protocol>/<case>} is one. {@code ?cut=n} closes it after so many events, {@code ?whole} shows
 * it to a viewer who comes when it is over.
 */
final class FrameServer implements AutoCloseable {
  private static final Reconnect NOTICE = new Reconnect(Reconnect.Reason.DEADLINE, 250);

  private static final int PIECE = 1_021;

  private final Map<String, ClientCase> cases = ClientCase.all();
  private final HttpServer server;

  FrameServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::serve);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String[] path = exchange.getRequestURI().getPath().split("/", -1);
      if (path[1].equals("cases")) {
        answer(exchange, list());
      } else if (path[1].equals("nothing")) {
        exchange.sendResponseHeaders(204, -1);
      } else {
        stream(exchange, path[1], Objects.requireNonNull(cases.get(path[2]), path[2]));
      }
    }
  }

  private void stream(HttpExchange exchange, String protocol, ClientCase run) throws IOException {
    Set<String> answered = answers(exchange);
    String query = String.valueOf(exchange.getRequestURI().getQuery());
    boolean whole = query.equals("whole");
    List<LoggedEvent> log = whole || !protocol.equals("ag-ui") ? run.log() : run.until(answered);
    if (query.startsWith("cut=")) {
      int cut = Integer.parseInt(query.substring("cut=".length()));
      log = log.subList(0, Math.min(log.size(), cut));
    }
    Framer framer =
        switch (protocol) {
          case "ai-sdk" -> new AiSdkFramer(Bodies::read);
          case "ag-ui" ->
              new AgUiFramer(
                  Bodies::read,
                  new AgUiView(run.history(), whole ? run.firstThinking() : null, answered));
          default -> new NativeFramer(0);
        };
    write(exchange, framer, log);
  }

  private static void write(HttpExchange exchange, Framer framer, List<LoggedEvent> log)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
    exchange.getResponseHeaders().set("x-vercel-ai-ui-message-stream", "v1");
    exchange.sendResponseHeaders(200, 0);
    StringBuilder text = new StringBuilder(framer.opening()).append(Framer.HEARTBEAT);
    log.forEach(event -> text.append(framer.frames(event)));
    text.append(framer.caughtUp()).append(framer.close(NOTICE));
    try (OutputStream body = exchange.getResponseBody()) {
      write(body, text.toString().getBytes(UTF_8));
    }
  }

  // In pieces that end anywhere, within a character too.
  private static void write(OutputStream body, byte[] bytes) throws IOException {
    for (int from = 0; from < bytes.length; from += PIECE) {
      body.write(bytes, from, Math.min(PIECE, bytes.length - from));
      body.flush();
    }
  }

  private static Set<String> answers(HttpExchange exchange) throws IOException {
    String text = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    Set<String> ids = new HashSet<>();
    if (!text.isEmpty()) {
      for (Json entry : Bodies.read(text).array("resume")) {
        ids.add(String.valueOf(((JsonObject) entry).text("interruptId")));
      }
    }
    return ids;
  }

  private String list() {
    List<Json> all = new ArrayList<>();
    cases.forEach((name, run) -> all.add(run.toJson(name)));
    return new JsonArray(all).write();
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    byte[] bytes = json.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
