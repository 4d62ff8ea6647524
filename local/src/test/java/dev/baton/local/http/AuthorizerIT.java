package dev.baton.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.json.Jsons;
import java.net.http.HttpRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The authorizer in front of a route, and how long its word holds. */
final class AuthorizerIT {
  private HttpApiWorld world;

  @BeforeEach
  void start() throws Exception {
    world = new HttpApiWorld();
  }

  @AfterEach
  void stop() throws Exception {
    world.close();
  }

  @Test
  void theAuthorizerDecidesAndTellsTheFunction() throws Exception {
    assertThat(world.message(world.send(guarded(null)), 401)).isEqualTo("Unauthorized");
    assertThat(world.message(world.send(guarded("nobody")), 403)).isEqualTo("Forbidden");
    assertThat(world.message(world.send(guarded("broken")), 500))
        .isEqualTo("Internal Server Error");

    JsonNode event = world.echoed(guarded("ada"));
    assertThat(event.at("/requestContext/authorizer"))
        .isEqualTo(Jsons.parse("{\"lambda\":{\"owner\":\"ada\"}}"));
  }

  @Test
  void theAuthorizerGetsTheDocumentedEvent() throws Exception {
    world.send(guarded("ada"));

    JsonNode event =
        Objects.requireNonNull(Jsons.parse(Objects.requireNonNull(world.authorized().next())));
    assertThat(event.path("version").asText()).isEqualTo("2.0");
    assertThat(event.path("type").asText()).isEqualTo("REQUEST");
    assertThat(event.path("routeArn").asText())
        .isEqualTo("arn:aws:execute-api:eu-central-1:000000000000:api-id/$default/POST/guarded");
    assertThat(event.path("routeKey").asText()).isEqualTo("POST /guarded");
    assertThat(event.at("/requestContext/http/method").asText()).isEqualTo("POST");
    assertThat(event.has("body")).isFalse();
  }

  @Test
  void decisionsAreKeptForTheCacheTime() throws Exception {
    world.send(guarded("ada"));
    world.send(guarded("ada"));
    world.send(guarded("bob"));
    assertThat(world.authorized().rest()).isEqualTo(2);

    world.time().advance(HttpApiWorld.CACHE_TIME);
    world.send(guarded("ada"));
    assertThat(world.authorized().rest()).isEqualTo(3);
  }

  private HttpRequest.Builder guarded(@Nullable String credential) {
    HttpRequest.Builder request =
        world.request("/guarded").POST(HttpRequest.BodyPublishers.ofString("{}"));
    return credential == null ? request : request.header("Authorization", credential);
  }
}
