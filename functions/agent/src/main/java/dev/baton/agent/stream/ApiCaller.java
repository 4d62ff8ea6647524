package dev.baton.agent.stream;

import dev.baton.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Calls commands with the caller's own credential, as the caller would. Thread-safe. */
final class ApiCaller {
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final HttpClient client;

  ApiCaller(HttpClient client) {
    this.client = client;
  }

  /**
   * What a command answered.
   *
   * @param status the HTTP status
   * @param body the envelope as text
   */
  record Answer(int status, String body) {}

  /**
   * Calls one.
   *
   * @param api the address of the HTTP API, without a slash at the end
   * @throws IllegalStateException when there is no answer
   */
  Answer call(String api, String command, String authorization, JsonObject input) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(api + "/commands/" + command))
            .timeout(LONGEST)
            .header("Authorization", authorization)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(input.write()))
            .build();
    try {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body());
    } catch (IOException silence) {
      throw new IllegalStateException(command + " did not answer.", silence);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while calling " + command + ".", interrupted);
    }
  }
}
