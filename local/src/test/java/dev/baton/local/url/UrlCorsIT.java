package dev.baton.local.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a Function URL tells browsers of other origins; the server's own word does not count. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class UrlCorsIT {
  private static final String CONSOLE = "https://console.example.org";

  private UrlWorld world;

  @BeforeAll
  void start() throws Exception {
    world = new UrlWorld();
  }

  @AfterAll
  void stop() {
    world.close();
  }

  @Test
  void anAllowedOriginIsNamedOnceWithCredentials() throws Exception {
    HttpResponse<String> response = world.get(world.toy() + "status?code=200", "Origin", CONSOLE);

    assertThat(response.headers().allValues("access-control-allow-origin"))
        .containsExactly(CONSOLE);
    assertThat(response.headers().allValues("access-control-allow-credentials"))
        .containsExactly("true");
    assertThat(response.headers().allValues("access-control-expose-headers"))
        .containsExactly("X-Toy");
    assertThat(response.headers().allValues("vary")).containsExactly("origin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://evil.example.org", "null", CONSOLE + ".evil.org", CONSOLE + ":1"})
  void anyOtherOriginIsNotNamed(String origin) throws Exception {
    HttpResponse<String> answered = world.get(world.toy() + "status?code=200", "Origin", origin);
    HttpResponse<String> preflight = preflight(world.toy() + "stream?", origin);

    assertThat(answered.statusCode()).isEqualTo(200);
    assertThat(answered.headers().map().keySet())
        .noneMatch(name -> name.startsWith("access-control-"));
    assertThat(preflight.headers().map().keySet())
        .noneMatch(name -> name.startsWith("access-control-"));
  }

  @Test
  void preflightsDoNotReachTheServer() throws Exception {
    HttpResponse<String> response = preflight(world.toy() + "halt?", CONSOLE);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("access-control-allow-origin")).contains(CONSOLE);
    assertThat(response.headers().firstValue("access-control-allow-credentials")).contains("true");
    assertThat(response.headers().firstValue("access-control-allow-methods")).contains("GET,POST");
    assertThat(response.headers().firstValue("access-control-allow-headers"))
        .contains("Last-Event-ID,Authorization,Content-Type");
    assertThat(response.headers().firstValue("access-control-max-age")).contains("600");
  }

  @Test
  void theFrontPortHasTheSameRules() throws Exception {
    String front = world.stack.apiUrl() + "/api/toy/status?code=200";

    assertThat(preflight(front, CONSOLE).headers().allValues("access-control-allow-origin"))
        .containsExactly(CONSOLE);
    assertThat(
            world.get(front, "Origin", CONSOLE).headers().allValues("access-control-allow-origin"))
        .containsExactly(CONSOLE);
  }

  @Test
  void withoutRulesTheServersOwnWordStands() throws Exception {
    HttpResponse<String> response = world.get(world.brief() + "status?code=200", "Origin", CONSOLE);

    assertThat(response.headers().allValues("access-control-allow-origin"))
        .containsExactly("https://evil.example.org");
  }

  private HttpResponse<String> preflight(String url, String origin) throws Exception {
    return world.options(url, "Origin", origin, "Access-Control-Request-Method", "GET");
  }
}
