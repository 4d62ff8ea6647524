package dev.baton.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.gateway.GatewayWorld.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each surface, each succeeding and refused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SurfacesIT {
  private GatewayWorld world;

  @BeforeAll
  void start() throws Exception {
    world = new GatewayWorld();
  }

  @AfterAll
  void stop() {
    world.close();
  }

  @Test
  void healthIsOpenToEverybody() {
    Reply reply = world.get("/health", "Authorization", "none");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("status").asText()).isEqualTo("ok");
    assertThat(reply.json().path("name").asText()).isEqualTo("baton");
  }

  @Test
  void theCatalogueIsListedOnceForEachVersion() {
    Reply all = world.get("/commands");
    String tag = all.header("ETag");

    assertThat(all.status()).isEqualTo(200);
    assertThat(tag).isEqualTo("\"" + all.json().path("catalogueVersion").asText() + "\"");
    assertThat(all.json().path("total").asInt()).isEqualTo(all.json().path("commands").size());
    assertThat(world.get("/commands", "If-None-Match", tag).status()).isEqualTo(304);
    assertThat(world.get("/commands", "If-None-Match", "\"old\"").status()).isEqualTo(200);
  }

  @Test
  void theCatalogueCanBeFiltered() {
    JsonNode tools = world.get("/commands?category=bootstrap").json();

    assertThat(tools.path("total").asInt()).isEqualTo(7);
    assertThat(world.get("/commands?category=none").json().path("commands")).isEmpty();
    assertThat(world.get("/commands?tag=agent-friendly").json().path("commands"))
        .isNotEmpty()
        .allSatisfy(item -> assertThat(item.path("tags").toString()).contains("agent-friendly"));
  }

  @Test
  void openApiHasAPathForEachCommand() {
    JsonNode document = world.get("/openapi.json").json();
    JsonNode commands = world.get("/commands").json().path("commands");

    assertThat(document.path("openapi").asText()).isEqualTo("3.1.0");
    assertThat(commands)
        .allSatisfy(command ->
            assertThat(
                    document
                        .path("paths")
                        .path("/commands/" + command.path("name").asText())
                        .path("post")
                        .path("operationId")
                        .asText())
                .isEqualTo(command.path("name").asText()));
  }

  @Test
  void rpcAnswersEverythingReadableWith200() {
    Reply listed = world.post("/rpc", "{'id':7,'method':'survey-list','params':{}}");
    Reply refused = world.post("/rpc", "{'method':'survey-lst'}");

    assertThat(listed.status()).isEqualTo(200);
    assertThat(listed.json().path("id").asInt()).isEqualTo(7);
    assertThat(listed.json().path("result").path("success").asBoolean()).isTrue();
    assertThat(refused.status()).isEqualTo(200);
    assertThat(refused.json().path("id").isNull()).isTrue();
    assertThat(code(refused.json().path("result"))).isEqualTo("COMMAND_NOT_FOUND");
    assertThat(refused.json().path("result").path("error").path("suggestion").asText())
        .contains("survey-list");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {"{'params':{}} | -32600", "[] | -32600", "{'method':1} | -32600", "{oops | -32700"})
  void rpcRefusesWhatIsNoRequest(String body, int code) {
    Reply reply = world.post("/rpc", body);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("error").path("code").asInt()).isEqualTo(code);
  }

  @Test
  void streamsEndWithExactlyOneTerminalChunk() {
    Reply object = world.post("/stream/survey-list", "{}");
    Reply array =
        world.get("/stream/afd-detail?input=%7B%22command%22:%5B%22afd-help%22,%22x-y%22%5D%7D");
    Reply refused = world.post("/stream/survey-lst", "{}");

    assertThat(object.header("Content-Type")).startsWith("text/event-stream");
    assertThat(types(object)).containsExactly("data", "complete");
    assertThat(types(array)).containsExactly("data", "data", "complete");
    assertThat(refused.status()).isEqualTo(200);
    assertThat(types(refused)).containsExactly("error");
  }

  @Test
  void noMutationIsStreamedByGet() {
    JsonNode commands = world.get("/commands").json().path("commands");

    assertThat(commands)
        .filteredOn(command -> command.path("mutation").asBoolean())
        .isNotEmpty()
        .allSatisfy(command -> {
          Reply reply = world.get("/stream/" + command.path("name").asText() + "?input=%7B%7D");
          assertThat(reply.status()).isEqualTo(405);
          assertThat(reply.header("Allow")).isEqualTo("POST");
          assertThat(code(reply.json())).isEqualTo("METHOD_NOT_ALLOWED");
        });
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/nowhere,404,NOT_FOUND,''",
    "POST,/commands/survey-lst,404,COMMAND_NOT_FOUND,''",
    "GET,/commands/survey-list,405,METHOD_NOT_ALLOWED,POST",
    "POST,/commands,405,METHOD_NOT_ALLOWED,GET",
    "GET,/mcp,405,METHOD_NOT_ALLOWED,POST",
    "DELETE,/mcp,405,METHOD_NOT_ALLOWED,POST",
    "GET,/batch,405,METHOD_NOT_ALLOWED,POST",
    "PUT,/stream/survey-list,405,METHOD_NOT_ALLOWED,'GET, POST'"
  })
  void otherAddressesSayWhatIsThere(
      String method, String path, int status, String code, String allow) {
    Reply reply = world.send(method, path, "");

    assertThat(reply.status()).isEqualTo(status);
    assertThat(code(reply.json())).isEqualTo(code);
    assertThat(reply.header("Allow")).isEqualTo(allow);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/commands/survey-list",
        "/commands/afd-call",
        "/message",
        "/mcp",
        "/rpc",
        "/batch",
        "/stream/survey-list",
        "/commands/survey-lst"
      })
  void strangersLearnNothingFromBodies(String path) {
    String key = "Bearer nobody";
    Reply good = world.post(path, "{}", "Authorization", key, "X-Trace-Id", "t-1");
    Reply bad = world.post(path, "{oops", "Authorization", key, "X-Trace-Id", "t-1");
    Reply none = world.post(path, "{'sinse':1}", "Authorization", "");

    assertThat(good.status()).isEqualTo(401);
    assertThat(bad.status()).isEqualTo(401);
    assertThat(none.status()).isEqualTo(401);
    assertThat(timeless(bad)).isEqualTo(timeless(good));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/message", "/mcp", "/rpc", "/batch", "/stream/survey-list"})
  void bodiesHaveATypeAndALength(String path) {
    String large = "{'a':'" + "x".repeat(300_000) + "'}";

    assertThat(world.post(path, "{}", "Content-Type", "text/plain").status()).isEqualTo(415);
    assertThat(world.post(path, large).status()).isEqualTo(413);
  }

  @Test
  void everyAnswerCarriesTheUsualHeaders() {
    Reply reply = world.post("/rpc", "{'method':'survey-list'}", "X-Trace-Id", "t-77");

    assertThat(reply.header("X-Trace-Id")).isEqualTo("t-77");
    assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
    assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(reply.json().path("result").path("metadata").path("traceId").asText())
        .isEqualTo("t-77");
  }

  private static String timeless(Reply reply) {
    return reply
        .response()
        .body()
        .replaceAll("\"(executionTimeMs|timestamp|durationMs)\":[^,}]*", "");
  }

  private static Iterable<String> types(Reply reply) {
    return reply
        .response()
        .body()
        .lines()
        .filter(line -> line.startsWith("data: "))
        .map(line -> GatewayWorld.json(line.substring(6)))
        .map(chunk -> chunk.path("type").asText())
        .toList();
  }

  private static String code(JsonNode result) {
    return result.path("error").path("code").asText();
  }
}
