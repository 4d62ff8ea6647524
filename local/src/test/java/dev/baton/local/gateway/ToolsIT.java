package dev.baton.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.gateway.GatewayWorld.Reply;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tools over both dialects of the Model Context Protocol, batches and pipelines. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ToolsIT {
  private static final String[] MCP = {"Accept", "application/json, text/event-stream"};
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
  void bothDialectsIntroduceThemselves() {
    JsonNode plain = ask("/message", "initialize", "{'protocolVersion':'2025-06-18'}");
    JsonNode agreed = ask("/mcp", "initialize", "{'protocolVersion':'2025-06-18'}");
    JsonNode offered = ask("/mcp", "initialize", "{'protocolVersion':'1999-01-01'}");

    assertThat(plain.path("result").path("protocolVersion").asText()).isEqualTo("2024-11-05");
    assertThat(agreed.path("result").path("protocolVersion").asText()).isEqualTo("2025-06-18");
    assertThat(offered.path("result").path("protocolVersion").asText()).isEqualTo("2025-11-25");
    assertThat(ask("/message", "ping", "{}").path("result")).isEmpty();
  }

  @Test
  void listsAreViewsOfOneCatalogue() {
    JsonNode all = world.get("/commands").json().path("commands");
    List<JsonNode> items = new ArrayList<>();
    all.forEach(item -> {
      if (item.path("expose").path("mcp").asBoolean()) {
        items.add(item);
      }
    });
    JsonNode plain = ask("/message", "tools/list", "{}").path("result").path("tools");
    JsonNode structured = ask("/mcp", "tools/list", "{}").path("result").path("tools");

    assertThat(plain.findValuesAsText("name")).containsAll(all.findValuesAsText("fallbackCommand"));
    assertThat(plain).hasSize(items.size());
    assertThat(structured).hasSize(items.size());
    for (int index = 0; index < items.size(); index++) {
      assertThat(plain.path(index).path("name")).isEqualTo(items.get(index).path("name"));
      assertThat(plain.path(index).has("outputSchema")).isFalse();
      assertThat(plain.path(index).path("_meta").path("outputSchema"))
          .isEqualTo(items.get(index).path("outputSchema"));
      assertThat(structured.path(index).path("outputSchema").path("required").toString())
          .isEqualTo("[\"success\"]");
    }
  }

  /** Listed is callable: no tool is unknown or refuses its own first example as malformed. */
  @Test
  void everyListedToolTakesItsFirstExample() {
    JsonNode tools = ask("/message", "tools/list", "{}").path("result").path("tools");

    assertThat(tools)
        .isNotEmpty()
        .allSatisfy(tool -> {
          String name = tool.path("name").asText();
          JsonNode input = tool.path("_meta").path("examples").path(0).path("input");
          JsonNode result = tool("/message", name, input.toString());
          assertThat(code(result))
              .as(name)
              .isNotIn(
                  "COMMAND_NOT_FOUND",
                  "COMMAND_NOT_EXPOSED",
                  "VALIDATION_ERROR",
                  "FORBIDDEN",
                  "INTERNAL_ERROR");
          if (name.startsWith("afd-")) {
            assertThat(result.path("success").asBoolean()).as(name).isTrue();
          }
        });
  }

  @Test
  void refusalsAreErrorsOfTheToolInOneDialectOnly() {
    String call = "{'name':'survey-show','arguments':{}}";
    JsonNode plain = ask("/message", "tools/call", call).path("result");
    JsonNode structured = ask("/mcp", "tools/call", call).path("result");

    assertThat(plain.path("isError").asBoolean(true)).isFalse();
    assertThat(structured.path("isError").asBoolean(false)).isTrue();
    assertThat(code(structured.path("structuredContent"))).isEqualTo("VALIDATION_ERROR");
    assertThat(plain.path("content")).hasSize(1);
    assertThat(ask("/mcp", "tools/call", "{'name':'x-y'}").path("error").path("code").asInt())
        .isEqualTo(-32602);
    assertThat(code(tool("/message", "x-y", "{}"))).isEqualTo("COMMAND_NOT_FOUND");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'jsonrpc':'2.0','id':'a','method':'nope'}                           | 200 | -32601",
        "{'jsonrpc':'2.0','id':'a','method':'tools/call','params':{}}         | 200 | -32602",
        "{'jsonrpc':'2.0','id':'a','method':'tools/call','params':{'name':1}} | 200 | -32602",
        "[]                                                                   | 200 | -32600",
        "{'jsonrpc':'2.0','id':null,'method':'ping'}                          | 200 | -32600",
        "{oops                                                                | 400 | -32700"
      })
  void whatIsWrongHasItsCode(String body, int status, int code) {
    Reply reply = world.post("/message", body);

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.json().path("error").path("code").asInt()).isEqualTo(code);
    assertThat(reply.json().path("error").path("data").path("suggestion").asText()).isNotEmpty();
  }

  @Test
  void notificationsAreTakenInSilence() {
    Reply reply = world.post("/message", "{'jsonrpc':'2.0','method':'notifications/initialized'}");

    assertThat(reply.status()).isEqualTo(202);
    assertThat(reply.response().body()).isEmpty();
  }

  @Test
  void strangersGetJsonRpcErrors() {
    Reply reply = world.post("/message", "{}", "Authorization", "Bearer nobody");

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.json().path("error").path("data").path("code").asText())
        .isEqualTo("INVALID_TOKEN");
  }

  @Test
  void theOfficialDialectMindsItsHeaders() {
    String ping = "{'jsonrpc':'2.0','id':1,'method':'ping'}";

    assertThat(world.post("/mcp", ping, MCP).status()).isEqualTo(200);
    assertThat(world.post("/mcp", ping, "Accept", "application/json").status()).isEqualTo(406);
    assertThat(mcp(ping, "MCP-Protocol-Version", "1999-01-01").status()).isEqualTo(400);
    assertThat(mcp(ping, "MCP-Protocol-Version", "2025-03-26").status()).isEqualTo(200);
    assertThat(mcp(ping, "Origin", "https://evil.example").status()).isEqualTo(403);
    assertThat(mcp(ping, "Origin", world.url()).status()).isEqualTo(200);
  }

  @Test
  void aBatchAnswersEveryEntry() {
    Reply reply =
        world.post(
            "/batch",
            "{'commands':[{'command':'survey-list'},{'name':'survey-show','input':{}},"
                + "{'command':'afd-batch'},{'id':'x','command':'no-such'}],"
                + "'options':{'parallelism':3}}",
            "X-Trace-Id",
            "t-5");
    JsonNode batch = reply.json();

    assertThat(reply.status()).isEqualTo(200);
    assertThat(batch.path("success").asBoolean()).isTrue();
    assertThat(batch.has("data")).isFalse();
    assertThat(batch.path("summary").toString())
        .isEqualTo("{\"total\":4,\"successCount\":1,\"failureCount\":3,\"skippedCount\":0}");
    assertThat(batch.path("results").findValuesAsText("id"))
        .containsExactly("cmd-0", "cmd-1", "cmd-2", "x");
    assertThat(code(batch.path("results").path(1).path("result"))).isEqualTo("VALIDATION_ERROR");
    assertThat(code(batch.path("results").path(2).path("result")))
        .isEqualTo("INVALID_COMMAND_ARGS");
    assertThat(code(batch.path("results").path(3).path("result"))).isEqualTo("COMMAND_NOT_FOUND");
    assertThat(batch.at("/results/0/result/metadata/traceId").asText()).isEqualTo("t-5.0");
    assertThat(batch.at("/metadata/traceId").asText()).isEqualTo("t-5");
  }

  @Test
  void aBatchMayStopAtItsFirstError() {
    JsonNode batch =
        world
            .post(
                "/batch",
                "{'commands':[{'command':'survey-show'},{'command':'survey-list'}],"
                    + "'options':{'stopOnError':true}}")
            .json();

    assertThat(code(batch.path("results").path(1).path("result"))).isEqualTo("COMMAND_SKIPPED");
    assertThat(batch.path("summary").path("skippedCount").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'commands':[]}                                            | 200 | INVALID_BATCH_REQUEST",
        "{}                                                         | 200 | INVALID_BATCH_REQUEST",
        "{'commands':'x'}                                           | 200 | INVALID_BATCH_REQUEST",
        "{'commands':[{'id':'a','command':'a-b'},{'id':'a','command':'a-b'}]} | 200 | INVALID_BATCH_REQUEST",
        "{oops                                                      | 400 | PARSE_ERROR"
      })
  void whatIsNoBatchIsRefused(String body, int status, String code) {
    Reply reply = world.post("/batch", body);

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.json().path("success").asBoolean(true)).isFalse();
    assertThat(code(reply.json())).isEqualTo(code);
  }

  @Test
  void theBatchToolIsReadByBothKindsOfClients() {
    String input = "{'commands':[{'command':'survey-list'}]}";

    for (String name : new String[] {"afd-batch", "afd.batch"}) {
      JsonNode result = tool("/message", name, input);
      assertThat(result.path("results").path(0).path("result").path("success").asBoolean())
          .isTrue();
      assertThat(result.path("data").path("summary").path("total").asInt()).isEqualTo(1);
    }
  }

  @Test
  void aPipelineFeedsLaterStepsFromEarlierOnes() {
    JsonNode result =
        world
            .post(
                "/commands/afd-pipe",
                "{'input':{'name':'afd-docs'},'steps':[{'command':'afd-detail','as':'d',"
                    + "'input':{'command':'$input.name'}},{'command':'afd-docs','input':"
                    + "{'command':'$steps.d[0].name'},'when':{'$eq':['$prev[0].found',true]}},"
                    + "{'command':'survey-list','when':{'$exists':'$prev.none'}}]}")
            .json();

    assertThat(result.path("success").asBoolean()).as(result.toString()).isTrue();
    assertThat(result.at("/data/data/commandCount").asInt()).isEqualTo(1);
    assertThat(result.path("data").path("steps").findValuesAsText("status"))
        .containsExactly("success", "success", "skipped");
    assertThat(code(world.post("/commands/afd-pipe", "{'steps':[]}").json()))
        .isEqualTo("INVALID_PIPELINE_REQUEST");
  }

  @Test
  void callsByNameAnswerLikeTheCommand() {
    Reply found = world.post("/commands/afd-call", "{'command':'survey-list'}");
    Reply unknown = world.post("/commands/afd-call", "{'command':'survey-lst'}");
    Reply nested = world.post("/commands/afd-call", "{'command':'afd-pipe'}");

    assertThat(found.status()).isEqualTo(200);
    assertThat(found.json().path("success").asBoolean()).isTrue();
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(code(nested.json())).isEqualTo("INVALID_COMMAND_ARGS");
  }

  @Test
  void aRepeatedCallByNameIsAnsweredLikeTheRepeatedCommand() {
    String input =
        "{'command':'survey-import','input':{'page_id':'31','shortcode':'r','form':{'title':'T',"
            + "'fields':[{'id':'a','ref':'a','title':'A?','type':'short_text'}]}}}";
    String[] headers = {"Idempotency-Key", "k-31", "X-Trace-Id", "t-31"};
    Reply first = world.post("/commands/afd-call", input, headers);
    Reply again = world.post("/commands/afd-call", input, headers);

    assertThat(first.status()).as(first.response().body()).isEqualTo(200);
    assertThat(first.header("Idempotency-Replayed")).isEmpty();
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.json().at("/metadata/replayed").asBoolean()).isTrue();
    assertThat(again.json().at("/metadata/traceId").asText()).isEqualTo("t-31");
    assertThat(again.header("X-Trace-Id")).isEqualTo("t-31");
    assertThat(again.json().path("data")).isEqualTo(first.json().path("data"));
  }

  private Reply mcp(String body, String name, String value) {
    return world.post("/mcp", body, MCP[0], MCP[1], name, value);
  }

  private JsonNode tool(String path, String name, String input) {
    JsonNode response =
        ask(path, "tools/call", "{'name':'" + name + "','arguments':" + input + "}");
    String text = response.at("/result/content/0/text").asText();
    return GatewayWorld.json(text);
  }

  private JsonNode ask(String path, String method, String params) {
    String body = "{'jsonrpc':'2.0','id':1,'method':'" + method + "','params':" + params + "}";
    return world.post(path, body, MCP).json();
  }

  private static String code(JsonNode result) {
    return result.path("error").path("code").asText();
  }
}
