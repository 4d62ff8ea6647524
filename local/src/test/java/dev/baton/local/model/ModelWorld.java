package dev.baton.local.model;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.JsonValue;
import com.anthropic.core.ObjectMappers;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.MessageParam;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.json.Jsons;
import dev.baton.local.model.wire.MessageRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A stand-in, the official client with one API key, and that key's control API. */
final class ModelWorld implements AutoCloseable {
  static final String TOOLS =
      """
      "tools": [{"name": "chat-poll", "description": "Fetches the messages of a room.",
        "input_schema": {"type": "object", "properties": {
          "roomId": {"type": "string"}, "limit": {"type": "integer", "default": 50}},
          "required": ["roomId"]}}]
      """;

  private final ModelStandIn standIn;
  private final String key;
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<AnthropicClient> clients = new ArrayList<>();
  private final AnthropicClient own;

  ModelWorld() {
    this("test-key");
  }

  ModelWorld(String key) {
    this.standIn = ModelStandIn.start(0);
    this.key = key;
    this.own = client(key);
  }

  String url() {
    return standIn.url();
  }

  /** The client of this world's key, which never retries. */
  AnthropicClient client() {
    return own;
  }

  /** A further client, with another key. */
  final AnthropicClient client(String otherKey) {
    AnthropicClient client =
        AnthropicOkHttpClient.builder()
            .baseUrl(standIn.url())
            .apiKey(otherKey)
            .maxRetries(0)
            .timeout(Duration.ofSeconds(20))
            .build();
    clients.add(client);
    return client;
  }

  /** Streams the answer to a request that is given as JSON. */
  Heard stream(String body) {
    try (StreamResponse<RawMessageStreamEvent> stream =
        client().messages().createStreaming(params(body))) {
      return Heard.from(stream);
    }
  }

  /** The parameters that become this body. */
  static MessageCreateParams params(String body) {
    ObjectNode members = object(body);
    MessageCreateParams.Builder params =
        MessageCreateParams.builder()
            .model(members.remove("model").asText())
            .maxTokens(members.remove("max_tokens").asLong());
    members
        .remove("messages")
        .forEach(message ->
            params.addMessage(
                ObjectMappers.jsonMapper().convertValue(message, MessageParam.class)));
    members
        .properties()
        .forEach(member ->
            params.putAdditionalBodyProperty(
                member.getKey(), JsonValue.fromJsonNode(member.getValue())));
    return params.build();
  }

  /** A request of one user message. */
  static String says(String text) {
    return says(text, "");
  }

  static String says(String text, String furtherMembers) {
    String message = Jsons.write(Jsons.object().put("role", "user").put("content", text));
    return "{\"model\": \"claude-test\", \"max_tokens\": 1000, \"messages\": ["
        + message
        + "]"
        + (furtherMembers.isBlank() ? "" : ", " + furtherMembers)
        + "}";
  }

  /** The same as the stand-in's own value. */
  static MessageRequest request(String body) {
    return MessageRequest.of(object(body), body.getBytes(StandardCharsets.UTF_8));
  }

  static ObjectNode object(String text) {
    return (ObjectNode) Objects.requireNonNull(Jsons.parse(text), text);
  }

  /** Prepares replies; each a JSON object. */
  void script(String... replies) {
    Answer answer = control("PUT", "/script", "{\"replies\": [" + String.join(",", replies) + "]}");
    if (answer.status() != 200) {
      throw new AssertionError(answer.body());
    }
  }

  /** The requests so far, once there are so many and so many of their sockets have ended. */
  List<JsonNode> requests(int atLeast, int closed) {
    Answer answer =
        control("GET", "/requests?wait_ms=10000&at_least=" + atLeast + "&closed=" + closed, "");
    List<JsonNode> requests = new ArrayList<>();
    answer.json().path("requests").forEach(requests::add);
    return requests;
  }

  Answer control(String method, String path, String body) {
    return send(method, "/_control" + path, body, Map.of("x-api-key", key));
  }

  Answer post(String body) {
    return send(
        "POST", "/v1/messages", body, Map.of("x-api-key", key, "anthropic-version", "2023-06-01"));
  }

  Answer send(String method, String path, String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(standIn.url() + path))
            .timeout(Duration.ofSeconds(20))
            .method(method, BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      return new Answer(http.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** An answer of plain HTTP. */
  record Answer(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    String body() {
      return response.body();
    }

    JsonNode json() {
      return Objects.requireNonNull(Jsons.parse(response.body()), response.body());
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  @Override
  public void close() {
    clients.forEach(AnthropicClient::close);
    http.close();
    standIn.close();
  }
}
