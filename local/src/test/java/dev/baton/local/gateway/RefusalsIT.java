package dev.baton.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.local.gateway.GatewayWorld.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What is refused over HTTP: the exact status, the exact code, and nothing of what others have.
 *
 * <p>Keys: {@code ada} has the page 77 with the form {@code secret}; {@code eve} may call
 * everything and has nothing; {@code chat} may call {@code chat-*} only; {@code gone} was revoked;
 * {@code nobody} never was. Bodies: {@code LARGE} is longer than any, {@code DEEP} is 50 levels
 * deep.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RefusalsIT {
  private static final Pattern CODE = Pattern.compile("\"code\":\"?([A-Z_]+|-\\d+)");
  private GatewayWorld world;

  @BeforeAll
  void start() throws Exception {
    world = new GatewayWorld(Map.of("BATON_ALLOWED_ORIGINS", "https://console.example"));
    world.key("ada", "lovelace", "*", Map.of());
    world.key("eve", "eve", "*", Map.of());
    world.key("chat", "eve", "chat-*", Map.of());
    world.key("gone", "lovelace", "*", Map.of("revoked_at", AttributeValue.fromN("1")));
    Reply imported =
        world.post(
            "/commands/survey-import",
            "{'page_id':'77','shortcode':'secret','form':{'title':'Hush','fields':"
                + "[{'id':'a','ref':'a','title':'A?','type':'short_text'}]}}",
            "Authorization",
            "Bearer ada");
    assertThat(imported.status()).as(imported.response().body()).isEqualTo(200);
  }

  @AfterAll
  void stop() {
    world.close();
  }

  @ParameterizedTest(name = "{0} {1} {2} {3} {4} -> {5} {6}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      textBlock =
          """
          -      | POST   | /commands/survey-list     | {}                                | -                                | 401 | -
          -      | GET    | /commands                 | -                                 | -                                | 401 | -
          -      | POST   | /nowhere                  | {}                                | -                                | 401 | -
          nobody | POST   | /commands/survey-list     | {oops                             | -                                | 401 | INVALID_TOKEN
          nobody | POST   | /commands/no-such         | {}                                | -                                | 401 | INVALID_TOKEN
          nobody | GET    | /commands                 | -                                 | -                                | 401 | INVALID_TOKEN
          nobody | GET    | /openapi.json             | -                                 | -                                | 401 | INVALID_TOKEN
          nobody | POST   | /batch                    | {oops                             | -                                | 401 | INVALID_TOKEN
          nobody | POST   | /message                  | {oops                             | -                                | 401 | -32001
          nobody | POST   | /mcp                      | {oops                             | -                                | 401 | -32001
          nobody | POST   | /stream/survey-list       | {oops                             | -                                | 401 | INVALID_TOKEN
          gone   | POST   | /commands/survey-list     | {}                                | -                                | 401 | INVALID_TOKEN
          gone   | POST   | /rpc                      | {'method':'survey-list'}          | -                                | 401 | INVALID_TOKEN
          chat   | POST   | /commands/survey-list     | {oops                             | -                                | 403 | FORBIDDEN
          chat   | POST   | /commands/survey-show     | {'page_id':'77','shortcode':'secret'} | -                            | 403 | FORBIDDEN
          chat   | POST   | /rpc                      | {'method':'survey-list'}          | -                                | 200 | FORBIDDEN
          chat   | POST   | /batch                    | {'commands':[{'command':'survey-list'}]} | -                         | 200 | FORBIDDEN
          chat   | POST   | /stream/survey-list       | {}                                | -                                | 200 | FORBIDDEN
          chat   | POST   | /commands/afd-call        | {'command':'survey-list'}         | -                                | 403 | FORBIDDEN
          eve    | POST   | /commands/survey-show     | {'page_id':'77','shortcode':'secret'} | -                            | 404 | PAGE_NOT_FOUND
          eve    | POST   | /commands/survey-list     | {'page_id':'77'}                  | -                                | 404 | PAGE_NOT_FOUND
          eve    | POST   | /commands/survey-import   | {'page_id':'77','shortcode':'x','form':{'title':'T','fields':[{'id':'a','ref':'a','title':'A?','type':'short_text'}]}} | - | 404 | PAGE_NOT_FOUND
          eve    | POST   | /commands/survey-status   | {'page_id':'77','user_id':'1'}    | -                                | 404 | PAGE_NOT_FOUND
          eve    | POST   | /commands/afd-call        | {'command':'survey-show','input':{'page_id':'77','shortcode':'secret'}} | -      | 404 | PAGE_NOT_FOUND
          eve    | POST   | /commands/survey-show     | {'page_id':'77'}                  | -                                | 400 | VALIDATION_ERROR
          eve    | POST   | /commands/survey-show     | {'page_id':77,'shortcode':'a'}    | -                                | 400 | VALIDATION_ERROR
          eve    | POST   | /commands/survey-show     | {'page_id':null,'shortcode':'a'}  | -                                | 400 | VALIDATION_ERROR
          eve    | POST   | /commands/survey-list     | {'limt':5}                        | -                                | 400 | VALIDATION_ERROR
          eve    | POST   | /commands/survey-list     | {'limit':1e999}                   | -                                | 400 | VALIDATION_ERROR
          eve    | POST   | /commands/survey-list     | []                                | -                                | 400 | VALIDATION_ERROR
          eve    | POST   | /commands/survey-list     | {'limit':5,'limit':6}             | -                                | 400 | PARSE_ERROR
          eve    | POST   | /commands/survey-list     | {} {}                             | -                                | 400 | PARSE_ERROR
          eve    | POST   | /commands/survey-list     | DEEP                              | -                                | 400 | PARSE_ERROR
          eve    | POST   | /commands/survey-list     | LARGE                             | -                                | 413 | PAYLOAD_TOO_LARGE
          eve    | POST   | /commands/afd-batch       | LARGE                             | -                                | 413 | PAYLOAD_TOO_LARGE
          eve    | POST   | /batch                    | LARGE                             | -                                | 413 | PAYLOAD_TOO_LARGE
          eve    | POST   | /message                  | LARGE                             | -                                | 413 | -32600
          eve    | POST   | /commands/survey-list     | {}                                | Content-Type=text/plain          | 415 | UNSUPPORTED_MEDIA_TYPE
          eve    | POST   | /commands/survey-list     | {}                                | Content-Type=application/json; charset=utf-16 | 415 | UNSUPPORTED_MEDIA_TYPE
          eve    | POST   | /rpc                      | {}                                | Content-Type=application/xml     | 415 | UNSUPPORTED_MEDIA_TYPE
          eve    | POST   | /commands/survey-list     | {'cursor':'zzz'}                  | -                                | 400 | INVALID_CURSOR
          eve    | POST   | /commands/survey-signal   | {'page_id':'78','user_id':'1','event':{'type':'a'}} | Idempotency-Key=LONG | 400 | VALIDATION_ERROR
          eve    | POST   | /rpc                      | {'method':'survey-signal','idempotencyKey':7} | -                    | 400 | -32600
          eve    | POST   | /rpc                      | {'method':'survey-signal','idempotencyKey':''} | -                   | 200 | VALIDATION_ERROR
          eve    | POST   | /commands/survey-lst      | {}                                | -                                | 404 | COMMAND_NOT_FOUND
          eve    | GET    | /commands/survey-import   | -                                 | -                                | 405 | METHOD_NOT_ALLOWED
          eve    | PUT    | /commands/survey-list     | {}                                | -                                | 405 | METHOD_NOT_ALLOWED
          eve    | DELETE | /mcp                      | -                                 | -                                | 405 | METHOD_NOT_ALLOWED
          eve    | GET    | /stream/survey-import     | -                                 | -                                | 405 | METHOD_NOT_ALLOWED
          eve    | GET    | /stream/survey-lst        | -                                 | -                                | 200 | COMMAND_NOT_FOUND
          eve    | GET    | /stream/survey-list?input=%7Boops | -                         | -                                | 400 | PARSE_ERROR
          eve    | POST   | /mcp                      | {'jsonrpc':'2.0','id':1,'method':'ping'} | Accept=application/json   | 406 | -32600
          eve    | POST   | /mcp                      | {'jsonrpc':'2.0','id':1,'method':'ping'} | Accept=*/* & Origin=https://evil.example | 403 | -32600
          eve    | POST   | /mcp                      | {'jsonrpc':'2.0','id':1,'method':'ping'} | Accept=*/* & MCP-Protocol-Version=1999-01-01 | 400 | -32600
          eve    | POST   | /mcp                      | {'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'no-such'}} | Accept=*/* | 200 | -32602
          eve    | POST   | /message                  | {'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'no-such'}} | - | 200 | COMMAND_NOT_FOUND
          eve    | POST   | /message                  | {'jsonrpc':'2.0','id':1,'method':'tools/call','params':[]} | -       | 200 | -32602
          eve    | POST   | /message                  | {'jsonrpc':'2.0','id':1,'method':'resources/list'} | -               | 200 | -32601
          eve    | POST   | /message                  | [{'jsonrpc':'2.0','id':1,'method':'ping'}] | -                       | 200 | -32600
          eve    | POST   | /message                  | {oops                             | -                                | 400 | -32700
          eve    | POST   | /message                  | DEEP                              | -                                | 400 | -32700
          eve    | POST   | /batch                    | {'commands':[]}                   | -                                | 200 | INVALID_BATCH_REQUEST
          eve    | POST   | /batch                    | {'commands':[{'command':'afd-call'}]} | -                            | 200 | INVALID_COMMAND_ARGS
          eve    | POST   | /batch                    | {oops                             | -                                | 400 | PARSE_ERROR
          eve    | POST   | /commands/afd-pipe        | {'steps':[{'command':'afd-help','input':{'filter':'$steps.later'}}]} | - | 400 | INVALID_PIPELINE_REQUEST
          eve    | POST   | /commands/afd-call        | {'command':'afd-batch'}           | -                                | 400 | INVALID_COMMAND_ARGS
          """)
  void refuses(
      @Nullable String who,
      String method,
      String path,
      @Nullable String body,
      @Nullable String headers,
      int status,
      @Nullable String code) {
    Reply reply = world.send(method, path, body(body), headers(who, headers));
    String text = reply.response().body();

    assertThat(reply.status()).as(text).isEqualTo(status);
    assertThat(code(text)).as(text).isEqualTo(code);
    assertThat(text)
        .doesNotContain(
            "Hush", "lovelace", "dev.baton", "java.", "Exception", "Surveys", "Sessions");
  }

  private static String body(@Nullable String body) {
    return switch (body) {
      case null -> "";
      case "LARGE" -> "{'a':'" + "x".repeat(300_000) + "'}";
      case "DEEP" -> "{'a':" + "[".repeat(50) + "]".repeat(50) + "}";
      default -> body;
    };
  }

  private static String[] headers(@Nullable String who, @Nullable String more) {
    List<String> headers = new ArrayList<>();
    headers.add("Authorization");
    headers.add(who == null ? "" : "Bearer " + who);
    for (String header : more == null ? new String[0] : more.split(" & ", -1)) {
      headers.add(header.substring(0, header.indexOf('=')));
      headers.add(header.substring(header.indexOf('=') + 1).replace("LONG", "k".repeat(129)));
    }
    return headers.toArray(String[]::new);
  }

  /** The first code in an answer, be it in the text of a tool. */
  private static @Nullable String code(String text) {
    Matcher matcher = CODE.matcher(text.replace("\\", ""));
    return matcher.find() ? matcher.group(1) : null;
  }
}
