package dev.baton.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the HTTP API tells browsers of other origins. */
final class CorsIT {
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
  void preflightsAreAnsweredForAllowedOrigins() throws Exception {
    HttpResponse<String> allowed = world.send(preflight("https://console.example.org"));
    assertThat(allowed.statusCode()).isEqualTo(204);
    assertThat(allowed.headers().firstValue("access-control-allow-origin"))
        .contains("https://console.example.org");
    assertThat(allowed.headers().firstValue("access-control-allow-methods")).contains("GET,POST");
    assertThat(allowed.headers().firstValue("access-control-max-age")).contains("600");

    assertThat(allowed.headers().firstValue("access-control-allow-headers"))
        .contains("authorization");
    assertThat(allowed.headers().firstValue("access-control-expose-headers"))
        .contains("x-trace-id");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://elsewhere.example.org",
        "http://console.example.org",
        "https://console.example.org.evil.org",
        "https://console.example.org:444",
        "null"
      })
  void otherOriginsGetNoCorsHeader(String origin) throws Exception {
    world.answers(
        "{\"statusCode\":200,\"headers\":{\"Access-Control-Allow-Origin\":\"*\",\"Vary\":\"Origin\"}}");
    for (HttpRequest.Builder request :
        List.of(preflight(origin), world.request("/answer").header("Origin", origin))) {
      assertThat(world.send(request).headers().map().keySet())
          .noneMatch(name -> name.startsWith("access-control-"));
    }
  }

  @Test
  void answersCarryCorsHeadersForAllowedOrigins() throws Exception {
    HttpResponse<String> response =
        world.send(world.request("/echo").header("Origin", "https://console.example.org"));

    assertThat(response.headers().firstValue("access-control-allow-origin"))
        .contains("https://console.example.org");
    assertThat(response.headers().firstValue("access-control-expose-headers"))
        .contains("x-trace-id");
  }

  private HttpRequest.Builder preflight(String origin) {
    return world
        .request("/guarded")
        .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
        .header("Origin", origin)
        .header("Access-Control-Request-Method", "POST");
  }
}
