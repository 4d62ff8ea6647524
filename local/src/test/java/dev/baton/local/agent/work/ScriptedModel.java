package dev.baton.local.agent.work;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.json.Jsons;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Tells a stand-in what to answer under one key, and hears what it was asked. */
final class ScriptedModel {
  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;
  private final String key;

  ScriptedModel(String url, String key) {
    this.url = url;
    this.key = key;
  }

  String key() {
    return key;
  }

  /** Prepares replies, each a JSON object in single quotes. */
  void replies(String... replies) {
    String body = "{\"replies\": [" + String.join(",", replies).replace('\'', '"') + "]}";
    send("PUT", "/_control/script", body);
  }

  /** A reply that says a text. */
  static String says(String text) {
    return "{'blocks': [{'type': 'text', 'text': '" + text + "'}]}";
  }

  /** A reply that makes calls, each with id, name and input. */
  static String calls(String... calls) {
    List<String> blocks = new ArrayList<>();
    for (String call : calls) {
      blocks.add("{'type': 'tool_use', " + call.substring(1));
    }
    return "{'blocks': [" + String.join(",", blocks) + "]}";
  }

  /** The same reply, for which so many tokens were read and written. */
  static String using(String reply, int read, int written) {
    return "%s, 'usage': {'input_tokens': %d, 'output_tokens': %d}}"
        .formatted(reply.substring(0, reply.length() - 1), read, written);
  }

  /** The same reply, which ends for that reason. */
  static String ending(String reply, String reason) {
    return reply.substring(0, reply.length() - 1) + ", 'stop_reason': '" + reason + "'}";
  }

  /** The same reply with a fault. */
  static String failing(String reply, String faults) {
    return reply.substring(0, reply.length() - 1) + ", 'faults': {" + faults + "}}";
  }

  /** The requests so far, once there are so many and so many of their sockets have ended. */
  List<JsonNode> requests(int atLeast, int closed) {
    JsonNode all =
        send(
            "GET",
            "/_control/requests?wait_ms=10000&at_least=" + atLeast + "&closed=" + closed,
            "");
    List<JsonNode> requests = new ArrayList<>();
    all.path("requests").forEach(requests::add);
    return requests;
  }

  private JsonNode send(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("x-api-key", key)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      JsonNode json = Objects.requireNonNull(Jsons.parse(answer.body()));
      if (answer.statusCode() != 200) {
        throw new AssertionError(json);
      }
      return json;
    } catch (IOException failed) {
      throw new AssertionError(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }
}
