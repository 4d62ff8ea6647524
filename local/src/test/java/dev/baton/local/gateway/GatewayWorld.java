package dev.baton.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.LocalStack;
import dev.baton.local.LocalStackSettings;
import dev.baton.local.json.Jsons;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** The whole stack and a client that sends whatever a test wants, by default with the key. */
final class GatewayWorld implements AutoCloseable {
  private final LocalStack stack;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  GatewayWorld() throws Exception {
    stack =
        LocalStack.start(
            LocalStackSettings.of(Map.of("PORT", "0"))
                .withTemplate(Path.of("../template.yaml").toAbsolutePath().normalize()));
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
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
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
