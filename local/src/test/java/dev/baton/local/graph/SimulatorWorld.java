package dev.baton.local.graph;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.graph.json.Trees;
import dev.baton.local.time.ManualTimeline;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** A simulator, a webhook, a clock that stands still, and clients for both interfaces. */
final class SimulatorWorld implements AutoCloseable {

  static final String OUR_APP = "555000111";
  static final String PARTNER = "999888777";
  static final String PAGE = GraphSimulatorSettings.EXAMPLE_PAGE;
  static final String ANA = "4567890123456789";
  static final String SECRET = "simulator-secret";
  static final String TOKEN = "page-token";
  static final Instant START = Instant.ofEpochMilli(1_767_225_600_000L);

  final ManualTimeline timeline = new ManualTimeline(START);
  final WebhookReceiver webhook;
  private final GraphSimulator simulator;
  private final HttpClient client = HttpClient.newHttpClient();

  SimulatorWorld() throws IOException {
    this(settings -> settings);
  }

  SimulatorWorld(UnaryOperator<GraphSimulatorSettings> change) throws IOException {
    webhook = new WebhookReceiver();
    simulator =
        new GraphSimulator(
            change.apply(
                GraphSimulatorSettings.of(OUR_APP, SECRET, TOKEN, webhook.url())
                    .withTimeline(timeline)));
  }

  /** Status and body of an answer. */
  record Answer(int status, JsonNode body) {
    int code() {
      return body.path("error").path("code").asInt();
    }

    int subcode() {
      return body.path("error").path("error_subcode").asInt();
    }

    String refusal() {
      return body.path("error").path("code").asText();
    }
  }

  /** {@code POST /v25.0/me/edge} with our app's token. */
  Answer graph(String edge, String body) throws IOException, InterruptedException {
    return graph(edge, body, TOKEN);
  }

  Answer graph(String edge, String body, String token) throws IOException, InterruptedException {
    return send(graphRequest(edge, body, token));
  }

  HttpRequest graphRequest(String edge, String body, String token) {
    return HttpRequest.newBuilder(address("/v25.0/me/" + edge))
        .timeout(Duration.ofSeconds(20))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  /** {@code POST /v25.0/me/messages} of a text to Ana. */
  Answer say(String text) throws IOException, InterruptedException {
    return graph("messages", textBody(text));
  }

  static String textBody(String text) {
    return """
    {"recipient":{"id":"%s"},"messaging_type":"RESPONSE","message":{"text":"%s"}}\
    """
        .formatted(ANA, text);
  }

  Answer pass(String target) throws IOException, InterruptedException {
    return graph(
        "pass_thread_control",
        """
        {"recipient":{"id":"%s"},"target_app_id":"%s","metadata":"{}"}\
        """
            .formatted(ANA, target));
  }

  /** An order that must be carried out. */
  JsonNode order(String method, String path, String body) throws IOException, InterruptedException {
    Answer answer = control(method, path, body);
    if (answer.status() != 200) {
      throw new AssertionError(method + " " + path + " was refused: " + answer.body());
    }
    return answer.body();
  }

  Answer control(String method, String path, String body) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(address("/simulator/" + path))
            .timeout(Duration.ofSeconds(30))
            .method(method, BodyPublishers.ofString(body))
            .build());
  }

  /** Ana writes, which makes the thread ours, and the webhook was tried once. */
  void anaWrites(String text) throws IOException, InterruptedException {
    order("POST", "participants/" + ANA + "/messages?wait=PT10S", "{\"text\":\"" + text + "\"}");
  }

  /** Ana writes while something else holds her webhooks back. */
  void anaWritesUnheard(String text) throws IOException, InterruptedException {
    order("POST", "participants/" + ANA + "/messages", "{\"text\":\"" + text + "\"}");
  }

  String owner() throws IOException, InterruptedException {
    return order("GET", "participants/" + ANA, "").path("thread_owner").asText();
  }

  /** Everything the webhook got, once nothing is on its way any more. */
  List<WebhookReceiver.Item> settledItems() throws IOException, InterruptedException {
    settle();
    return webhook.items();
  }

  void settle() throws IOException, InterruptedException {
    order("GET", "settled?wait=PT10S", "");
  }

  /** Moves the time on, once everything that was begun has come to where only time helps. */
  void advance(Duration by) throws IOException, InterruptedException {
    order("GET", "settled?deliveries=false&wait=PT10S", "");
    timeline.advance(by);
  }

  /** How the partner app behaves from now on. */
  void behave(String order) throws IOException, InterruptedException {
    order("PUT", "partner/" + PARTNER, order);
  }

  /** Every {@code pass_thread_control} that our webhook got. */
  List<JsonNode> passes() throws IOException, InterruptedException {
    return settledItems().stream()
        .filter(item -> item.has("pass_thread_control"))
        .map(item -> item.json().path("pass_thread_control"))
        .toList();
  }

  JsonNode lastPass() throws IOException, InterruptedException {
    return passes().getLast();
  }

  /** No echoes and no receipts, for tests of something else. */
  void quiet() throws IOException, InterruptedException {
    order("PUT", "echoes", "{\"drop\":1}");
    order("PUT", "receipts", "{\"delivered\":false,\"read\":false}");
  }

  HttpClient client() {
    return client;
  }

  URI address(String path) {
    return URI.create(simulator.address() + path);
  }

  Answer send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
    return new Answer(
        response.statusCode(), Trees.parseObject(response.body()).orElseGet(Trees::object));
  }

  @Override
  public void close() {
    simulator.close();
    webhook.close();
    client.close();
  }
}
