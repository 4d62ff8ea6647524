package dev.baton.local.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.errors.BadRequestException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Refusals before a message begins, as HTTP and as the SDK has them. */
final class RefusalsIT {
  private static final Map<String, String> HEADERS =
      Map.of("x-api-key", "test-key", "anthropic-version", "2023-06-01");

  private final ModelWorld world = new ModelWorld();

  @AfterEach
  void close() {
    world.close();
  }

  @ParameterizedTest
  @CsvSource({
    "400, invalid_request_error",
    "401, authentication_error",
    "402, billing_error",
    "403, permission_error",
    "404, not_found_error",
    "413, request_too_large",
    "429, rate_limit_error",
    "500, api_error",
    "503, api_error",
    "504, timeout_error",
    "529, overloaded_error"
  })
  void aStatusComesWithItsType(int status, String type) {
    world.script(
        "{\"faults\": {\"http\": {\"status\": %d, \"retry_after\": 7, \"should_retry\": false}}}"
            .formatted(status));

    AnthropicServiceException refusal =
        catchThrowableOfType(
            AnthropicServiceException.class, () -> world.stream(ModelWorld.says("Hello")));

    assertThat(refusal.statusCode()).isEqualTo(status);
    assertThat(refusal.headers().values("retry-after")).containsExactly("7");
    assertThat(refusal.headers().values("x-should-retry")).containsExactly("false");
    assertThat(refusal.requestId()).isPresent();
    assertThat(refusal.body().toString()).contains("type=error", "type=" + type, "request_id=req_");
  }

  @Test
  void aRefusalMayComeSeveralTimesBeforeTheReply() {
    world.script(
        """
        {"faults": {"http": {"status": 529, "times": 2}},
         "blocks": [{"type": "text", "text": "at last"}]}
        """);
    String body = ModelWorld.says("Hello");

    assertThat(world.post(body).status()).isEqualTo(529);
    assertThat(world.post(body).status()).isEqualTo(529);
    assertThat(world.stream(body).text()).isEqualTo("at last");
  }

  @Test
  void aBrokenRuleIsRefusedAndTakesNoReply() {
    world.script("{\"blocks\": [{\"type\": \"text\", \"text\": \"ok\"}]}");
    String broken =
        """
        {"model": "m", "max_tokens": 9, "messages": [
          {"role": "user", "content": [
            {"type": "tool_result", "tool_use_id": "toolu_9", "content": "1"}]}]}
        """;

    BadRequestException refusal =
        catchThrowableOfType(BadRequestException.class, () -> world.stream(broken));

    assertThat(refusal.body().toString()).contains("invalid_request_error", "toolu_9");
    assertThat(world.stream(ModelWorld.says("Hello")).text()).isEqualTo("ok");
  }

  @Test
  void aScriptThatIsOverRefuses() {
    world.script("{\"blocks\": [{\"type\": \"text\", \"text\": \"ok\"}]}");
    world.stream(ModelWorld.says("Hello"));

    ModelWorld.Answer answer = world.post(ModelWorld.says("Hello"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("no reply");
  }

  @Test
  void withoutKeyVersionJsonOrPathItIsRefused() {
    String good = ModelWorld.says("Hello");

    assertThat(post("/v1/messages", good, Map.of("anthropic-version", "1")).status())
        .isEqualTo(401);
    assertThat(post("/v1/messages", good, Map.of("x-api-key", "k")).body())
        .contains("anthropic-version");
    assertThat(post("/v1/messages", "{", HEADERS).status()).isEqualTo(400);
    assertThat(post("/v1/messages", "[]", HEADERS).status()).isEqualTo(400);
    assertThat(post("/v1/models", good, HEADERS).body()).contains("not_found_error");
    assertThat(world.send("GET", "/v1/messages", "", HEADERS).status()).isEqualTo(405);
  }

  @Test
  void thirtyTwoMegabytesAreTooMany() {
    String body = ModelWorld.says("x".repeat(32 * 1024 * 1024));

    ModelWorld.Answer answer = post("/v1/messages", body, HEADERS);

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.json().path("error").path("type").asText()).isEqualTo("request_too_large");
  }

  private ModelWorld.Answer post(String path, String body, Map<String, String> headers) {
    return world.send("POST", path, body, headers);
  }
}
