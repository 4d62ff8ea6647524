package dev.baton.local.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.LocalStack;
import dev.baton.local.WholeStack;
import dev.baton.local.json.Jsons;
import dev.baton.local.time.ManualTimeline;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The life of a key, from the one it is made with to the end. */
final class KeyLifeIT {
  private static final Duration AUTHORIZER_CACHE = Duration.ofSeconds(60);

  private final ManualTimeline time = new ManualTimeline(Instant.now());
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final LocalStack stack;

  KeyLifeIT() throws Exception {
    stack = WholeStack.start(Map.of(), time);
  }

  @AfterEach
  void stop() {
    stack.close();
  }

  @Test
  void aNarrowKeyServesUntilItIsRevoked() throws Exception {
    JsonNode made =
        call("dev", "key-create", "{\"scopes\":[\"survey-list\",\"key-create\"]}", 200)
            .path("data");
    String key = made.path("key").asText();
    String keyId = made.path("keyId").asText();

    call(key, "survey-list", "{}", 200);
    assertThat(code(call(key, "survey-timers", "{\"page_id\":\"1\"}", 403))).isEqualTo("FORBIDDEN");
    assertThat(code(call(key, "key-list", "{}", 403))).isEqualTo("FORBIDDEN");
    assertThat(code(call(key, "key-create", "{\"scopes\":[\"*\"]}", 403))).isEqualTo("FORBIDDEN");
    assertThat(call("dev", "key-list", "{}", 200).at("/data/keys").findValuesAsText("keyId"))
        .contains(keyId)
        .hasSize(2);

    call("dev", "key-revoke", "{\"keyId\":\"%s\"}".formatted(keyId), 200);
    time.advance(AUTHORIZER_CACHE);

    assertThat(code(call(key, "survey-list", "{}", 401))).isEqualTo("INVALID_TOKEN");
    assertThat(call("dev", "key-list", "{}", 200).at("/data/keys").findValuesAsText("keyId"))
        .doesNotContain(keyId)
        .hasSize(1);
  }

  private JsonNode call(String key, String command, String body, int status) throws Exception {
    HttpResponse<String> response =
        http.send(
            HttpRequest.newBuilder(URI.create(stack.apiUrl() + "/commands/" + command))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    return Objects.requireNonNull(Jsons.parse(response.body().getBytes(StandardCharsets.UTF_8)));
  }

  private static String code(JsonNode answer) {
    return answer.at("/error/code").asText();
  }
}
