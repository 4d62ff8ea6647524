package dev.baton.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.LocalStack;
import dev.baton.local.WholeStack;
import dev.baton.local.edge.EdgeClients;
import dev.baton.local.json.Jsons;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The whole stack and a client that sends whatever a test wants, by default with the key. */
final class GatewayWorld implements AutoCloseable {
  private final LocalStack stack;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  GatewayWorld() throws Exception {
    this(Map.of());
  }

  /** A stack with these values of its functions' environment. */
  GatewayWorld(Map<String, String> environment) throws Exception {
    stack = WholeStack.start(environment);
  }

  /** Writes the record of one more key; a revoked one when {@code more} has {@code revoked_at}. */
  void key(String key, String owner, String scopes, Map<String, AttributeValue> more) {
    try (DynamoDbClient client = EdgeClients.of(DynamoDbClient.builder(), stack.awsUrl())) {
      String table =
          client.listTables().tableNames().stream()
              .filter(name -> name.contains("Sessions"))
              .findFirst()
              .orElseThrow();
      String hash = sha256(key);
      Map<String, AttributeValue> item = new HashMap<>(more);
      item.put("pk", AttributeValue.fromS("key#" + hash));
      item.put("sk", AttributeValue.fromS("key"));
      item.put("owner", AttributeValue.fromS(owner));
      item.put("scopes", AttributeValue.fromS(scopes));
      item.put("key_id", AttributeValue.fromS(hash.substring(0, 8)));
      item.put("created_at", AttributeValue.fromN("0"));
      client.putItem(request -> request.tableName(table).item(item));
    }
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * What came back.
   *
   * @param status the HTTP status
   * @param response headers and text
   */
  record Reply(int status, HttpResponse<String> response) {

    JsonNode json() {
      return GatewayWorld.json(response.body());
    }

    /** What was said, but for trace id and times. */
    String timeless() {
      return response
          .body()
          .replaceAll("\"(executionTimeMs|timestamp|durationMs|traceId)\":[^,}]*", "");
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  static JsonNode json(String text) {
    return Objects.requireNonNull(Jsons.parse(text.getBytes(StandardCharsets.UTF_8)));
  }

  String url() {
    return stack.apiUrl();
  }

  Reply post(String path, String body, String... headers) {
    return send("POST", path, body, headers);
  }

  Reply get(String path, String... headers) {
    return send("GET", path, "", headers);
  }

  Reply send(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(stack.apiUrl() + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
            .setHeader("Authorization", "Bearer dev");
    if (!body.isEmpty()) {
      request.setHeader("Content-Type", "application/json");
    }
    for (int index = 0; index < headers.length; index += 2) {
      request.setHeader(headers[index], headers[index + 1]);
    }
    HttpRequest built = request.build();
    if (built.headers().firstValue("Authorization").orElse("").isEmpty()) {
      built = HttpRequest.newBuilder(built, (name, value) -> !value.isEmpty()).build();
    }
    try {
      HttpResponse<String> response = http.send(built, HttpResponse.BodyHandlers.ofString());
      return new Reply(response.statusCode(), response);
    } catch (IOException fault) {
      throw new AssertionError(fault);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  @Override
  public void close() {
    stack.close();
    http.close();
  }
}
