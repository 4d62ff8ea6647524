package dev.baton.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.local.gateway.GatewayWorld.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits that are asked for: rates by owner, bodies of many commands, origins of browsers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LimitsIT {
  private static final String LISTED = "https://console.example";
  private static final String SIGNAL = "{'page_id':'1','user_id':'1','event':{'type':'a'}}";
  private GatewayWorld world;

  @BeforeAll
  void start() throws Exception {
    world =
        new GatewayWorld(
            Map.of(
                "BATON_RATE_WRITE", "2/PT6S/2",
                "BATON_HTTP_MAX_BATCH_BODY", "100000",
                "BATON_ALLOWED_ORIGINS", LISTED));
    for (String owner : new String[] {"ada", "eve", "joe", "max"}) {
      world.key(owner, owner, "*", Map.of());
    }
    world.key("ada2", "ada", "*", Map.of());
  }

  @AfterAll
  void stop() {
    world.close();
  }

  @Test
  void theThirdCallOfAnOwnerIsTooMany() {
    Reply first = signal("ada", "t-1");
    Reply second = signal("ada2", "t-2");
    Reply third = signal("ada", "t-3");
    Reply other = signal("eve", "t-4");

    assertThat(first.status()).isEqualTo(404);
    assertThat(second.status()).isEqualTo(404);
    assertThat(third.status()).isEqualTo(429);
    assertThat(third.json().at("/error/code").asText()).isEqualTo("RATE_LIMITED");
    assertThat(third.json().at("/error/retryable").asBoolean()).isTrue();
    assertThat(third.header("Retry-After"))
        .isEqualTo(third.json().at("/error/details/retryAfterSeconds").asText())
        .matches("[123]");
    assertThat(other.status()).isEqualTo(404);
  }

  @Test
  void theSurfacesCountLikeTheCommands() {
    String body = "{'method':'survey-signal','params':" + SIGNAL + "}";
    Reply first = world.post("/rpc", body, "Authorization", "Bearer joe");
    Reply second = world.post("/rpc", body, "Authorization", "Bearer joe");
    Reply over = world.post("/rpc", body, "Authorization", "Bearer joe");

    assertThat(first.json().at("/result/error/code").asText()).isEqualTo("PAGE_NOT_FOUND");
    assertThat(second.json().at("/result/error/code").asText()).isEqualTo("PAGE_NOT_FOUND");
    assertThat(over.status()).isEqualTo(200);
    assertThat(over.json().at("/result/error/code").asText()).isEqualTo("RATE_LIMITED");
    assertThat(over.json().at("/result/error/details/retryAfterSeconds").asInt()).isPositive();
  }

  /** A call becomes possible again every three seconds: whoever goes on trying comes through. */
  @Test
  void laterTheCallPasses() {
    List<Integer> statuses = new ArrayList<>();
    do {
      statuses.add(signal("max", "t-" + statuses.size()).status());
    } while (!Set.of(404, 429).equals(Set.copyOf(statuses)) || statuses.getLast() == 429);

    assertThat(statuses).startsWith(404, 404, 429).endsWith(429, 404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/batch", "/message", "/mcp", "/commands/afd-batch", "/commands/afd-pipe"})
  void oneSettingSaysHowLongManyCommandsMayBe(String path) {
    String fits = "{'x':'" + "x".repeat(99_000) + "'}";
    String tooLong = "{'x':'" + "x".repeat(101_000) + "'}";

    assertThat(world.post(path, fits, "Accept", "*/*").status()).isNotEqualTo(413);
    assertThat(world.post(path, tooLong, "Accept", "*/*").status()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/commands/survey-list", "/message", "/mcp", "/rpc", "/batch", "/commands"})
  void preflightsOfListedOriginsAreAllowedAndOthersAreNot(String path) {
    Reply listed = preflight(path, LISTED);
    Reply unlisted = preflight(path, "https://evil.example");

    assertThat(listed.status()).isEqualTo(204);
    assertThat(listed.header("Access-Control-Allow-Origin")).isEqualTo(LISTED);
    assertThat(listed.header("Access-Control-Allow-Headers").toLowerCase(Locale.ROOT))
        .contains("authorization", "idempotency-key", "mcp-protocol-version", "last-event-id");
    assertThat(listed.header("Access-Control-Max-Age")).isEqualTo("600");
    assertThat(unlisted.status()).isEqualTo(204);
    assertThat(unlisted.header("Access-Control-Allow-Origin")).isEmpty();
    assertThat(unlisted.header("Access-Control-Allow-Headers")).isEmpty();
  }

  @Test
  void answersNameTheOriginOnlyWhenItIsListed() {
    Reply listed = world.post("/rpc", "{'method':'survey-list'}", "Origin", LISTED);
    Reply unlisted = world.post("/rpc", "{'method':'survey-list'}", "Origin", "null");

    assertThat(listed.header("Access-Control-Allow-Origin")).isEqualTo(LISTED);
    assertThat(listed.header("Access-Control-Expose-Headers").toLowerCase(Locale.ROOT))
        .contains("x-trace-id", "retry-after", "idempotency-replayed");
    assertThat(unlisted.header("Access-Control-Allow-Origin")).isEmpty();
  }

  private Reply preflight(String path, String origin) {
    return world.send(
        "OPTIONS",
        path,
        "",
        "Origin",
        origin,
        "Access-Control-Request-Method",
        "POST",
        "Access-Control-Request-Headers",
        "authorization,content-type");
  }

  private Reply signal(String key, String traceId) {
    return world.post(
        "/commands/survey-signal", SIGNAL, "Authorization", "Bearer " + key, "X-Trace-Id", traceId);
  }
}
