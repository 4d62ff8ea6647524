package dev.baton.local.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.baton.local.graph.json.Trees;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;

/** A webhook on a loopback port that keeps what it gets and answers as it is told. */
final class WebhookReceiver implements AutoCloseable {

  private static final long PATIENCE_MILLIS = 10_000;

  private final HttpServer server;
  private final List<Post> posts = new ArrayList<>();
  private final Deque<Integer> statuses = new ArrayDeque<>();

  /** One request. */
  record Post(byte[] body, String signature) {

    JsonNode json() {
      return Trees.parseObject(body).orElseGet(Trees::object);
    }

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  /** One item and the array it came in. */
  record Item(String channel, JsonNode json) {
    boolean has(String member) {
      return json.has(member);
    }

    boolean isEcho() {
      return json.path("message").path("is_echo").asBoolean();
    }
  }

  WebhookReceiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::receive);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/webhooks/messenger");
  }

  /** The next requests are answered with these statuses, those after them with 200. */
  synchronized void answerNext(Integer... next) {
    statuses.addAll(List.of(next));
  }

  synchronized List<Post> posts() {
    return List.copyOf(posts);
  }

  List<Item> items() {
    return items(posts());
  }

  static List<Item> items(List<Post> posts) {
    List<Item> items = new ArrayList<>();
    for (Post post : posts) {
      for (JsonNode entry : post.json().path("entry")) {
        for (String channel : List.of("messaging", "standby", "messaging_handovers")) {
          entry.path(channel).forEach(item -> items.add(new Item(channel, item)));
        }
      }
    }
    return items;
  }

  /** All requests as soon as there are this many. */
  synchronized List<Post> awaitPosts(int count) throws InterruptedException {
    long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (posts.size() < count) {
      long left = deadline - System.currentTimeMillis();
      if (left <= 0) {
        throw new AssertionError("Only " + posts.size() + " of " + count + " webhooks came.");
      }
      wait(left);
    }
    return List.copyOf(posts);
  }

  private void receive(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String signature = exchange.getRequestHeaders().getFirst("X-Hub-Signature-256");
    int status;
    synchronized (this) {
      posts.add(new Post(body, signature == null ? "" : signature));
      status = statuses.isEmpty() ? 200 : statuses.remove();
      notifyAll();
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
