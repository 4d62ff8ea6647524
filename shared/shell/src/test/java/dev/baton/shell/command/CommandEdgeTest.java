package dev.baton.shell.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.command.CommandDefinition;
import dev.baton.core.command.Exposure;
import dev.baton.core.command.Labels;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandResult;
import dev.baton.core.result.ErrorCode;
import dev.baton.core.result.Fault;
import dev.baton.core.result.Refused;
import dev.baton.core.result.Succeeded;
import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;
import dev.baton.shell.json.JsonReader;
import dev.baton.shell.lambda.HttpRequest;
import dev.baton.shell.lambda.HttpResponse;
import dev.baton.shell.limit.DynamoBucketStore;
import dev.baton.shell.limit.RateLimits;
import dev.baton.shell.log.Log;
import dev.baton.shell.metric.Metrics;
import dev.baton.shell.repeat.DynamoRepeatStore;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class CommandEdgeTest {
  private static final CommandDefinition POLL =
      CommandDefinition.changing("chat-poll", "Retrieves messages of a room.")
          .labels(Labels.single(Labels.Action.READ))
          .exposed(Exposure.EVERYWHERE)
          .input(
              Field.requiredText("roomId", 20, "The room."),
              Field.text("since", 20, "The last message seen."),
              Field.optional("limit", new FieldType.Whole(1, 100), "How many."),
              Field.optional("latest", new FieldType.Truth(), "The newest first."),
              Field.optional(
                  "view",
                  FieldType.nested(Field.requiredText("color", 5, "A color.")),
                  "How to show it."))
          .output(new FieldType.Anything())
          .build();

  private static final DynamoDbClient NO_STORE =
      (DynamoDbClient)
          Proxy.newProxyInstance(
              CommandEdgeTest.class.getClassLoader(),
              new Class<?>[] {DynamoDbClient.class},
              (proxy, method, arguments) -> {
                throw new AssertionError("Without limit and key nothing is stored.");
              });

  private final List<String> log = new ArrayList<>();
  private Command<Arguments> command =
      (input, call) -> Succeeded.with(input.json(), "Echoed for " + call.owner() + ".");

  @Test
  void aSuccessHasTheEnvelopeOfTheSpecification() {
    HttpResponse response = respond(request("{\"roomId\":\"general\"}"));

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body())
        .isEqualTo(
            "{\"success\":true,\"data\":{\"roomId\":\"general\"},\"confidence\":1.0,"
                + "\"reasoning\":\"Echoed for ada.\",\"metadata\":{\"executionTimeMs\":0,"
                + "\"commandVersion\":\"1.0.0\",\"traceId\":\"t-1\","
                + "\"timestamp\":\"2026-01-15T10:00:00.000Z\"}}");
    assertThat(response.headers())
        .containsEntry("Content-Type", "application/json; charset=utf-8")
        .containsEntry("Cache-Control", "no-store")
        .containsEntry("X-Content-Type-Options", "nosniff")
        .containsEntry("Vary", "Origin")
        .containsEntry("X-Trace-Id", "t-1");
  }

  @Test
  void everythingWrongIsSaidAtOnce() {
    JsonObject error =
        error(respond(request("{\"limit\":500,\"sinse\":\"x\",\"view\":{\"colour\":\"red\"}}")));

    assertThat(error.text("code")).isEqualTo("VALIDATION_ERROR");
    assertThat(error.text("suggestion"))
        .isEqualTo(
            "limit: must be 1..100. Unknown field 'view.colour', did you mean 'view.color'?"
                + " Unknown field 'sinse', did you mean 'since'?"
                + " Missing field: roomId. Missing field: view.color.");
    assertThat(error.object("details"))
        .extracting(details -> details == null ? "" : details.write())
        .asString()
        .contains(
            "{\"path\":\"limit\",\"message\":\"must be 1..100\",\"code\":\"out_of_range\",\"expected\":\"1..100\"}")
        .contains("\"unexpectedFields\":[\"view.colour\",\"sinse\"]")
        .contains("\"missingFields\":[\"roomId\",\"view.color\"]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"roomId":"r","limit":"5"}     | invalid_type
          {"roomId":"r","limit":5.5}     | invalid_type
          {"roomId":"r","limit":1e3}     | out_of_range
          {"roomId":"r","limit":1e99999} | out_of_range
          {"roomId":"r","limit":99999999999999999999} | out_of_range
          {"roomId":"r","limit":0}       | out_of_range
          {"roomId":"r","latest":"true"} | invalid_type
          {"roomId":"r","view":[]}       | invalid_type
          {"roomId":null}                | invalid_type
          {"roomId":""}                  | out_of_range
          {"roomId":"a\\u0000b"}         | invalid_value
          {"roomId":"a\\rb"}             | invalid_value
          {"roomId":"a\\ud800b"}         | invalid_value
          {"roomId":"aaaaaaaaaaaaaaaaaaaaa"} | out_of_range
          []                             | invalid_type
          7                              | invalid_type
          """)
  void nothingIsCoerced(String body, String code) {
    HttpResponse response = respond(request(body));

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.body()).contains("\"code\":\"" + code + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"roomId\":\"r\"} x", "{\"roomId\":\"r\",\"roomId\":\"s\"}", " "})
  void whatIsNoJsonObjectIsAParseError(String body) {
    assertThat(error(respond(request(body))).text("code")).isEqualTo("PARSE_ERROR");
  }

  @Test
  void deepJsonIsAParseError() {
    assertThat(error(respond(request("{\"a\":".repeat(5_000)))).text("code"))
        .isEqualTo("PARSE_ERROR");
  }

  @Test
  void bytesThatAreNotUtf8AreAParseError() {
    HttpRequest request = request("");
    byte[] body = {'{', '"', (byte) 0xFF, '"', ':', '1', '}'};

    HttpResponse response = respond(request.withBody(body));

    assertThat(error(response).text("code")).isEqualTo("PARSE_ERROR");
  }

  @Test
  void anEmptyBodyIsAnEmptyObject() {
    assertThat(error(respond(request(""))).text("suggestion")).isEqualTo("Missing field: roomId.");
  }

  @Test
  void aBodyOverTheLimitIsRefusedBeforeAnybodyIsAsked() {
    HttpRequest huge = with(request("x".repeat(64 * 1024 + 1)), Map.of());

    assertThat(respond(huge).status()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/plain", "application/jsonp", "application/json; charset=latin1", "*/*"})
  void anotherContentTypeIsRefused(String type) {
    assertThat(respond(withHeader(request("{}"), "content-type", type)).status()).isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "Application/JSON; charset=UTF-8",
        "application/json;charset=\"utf-8\""
      })
  void jsonMayNameItsCharset(String type) {
    assertThat(respond(withHeader(request("{}"), "content-type", type)).status()).isEqualTo(400);
  }

  @Test
  void anotherMethodIsRefusedAndToldWhichOneIsRight() {
    HttpRequest request = request("");
    HttpResponse response =
        respond(
            new HttpRequest(
                "GET", "", request.headers(), Map.of(), new byte[0], request.authorizer(), "", ""));

    assertThat(response.status()).isEqualTo(405);
    assertThat(response.headers()).containsEntry("Allow", "POST");
  }

  @Test
  void badInputOfAStrangerIsAnsweredLikeGoodInputOfAStranger() {
    Map<String, String> stranger = Map.of();

    String good = respond(with(request("{\"roomId\":\"r\"}"), stranger)).body();
    String bad = respond(with(request("{\"sinse\":[[["), stranger)).body();

    assertThat(bad).isEqualTo(good).contains("UNAUTHORIZED").doesNotContain("roomId");
  }

  @Test
  void aRevokedKeyIsAnInvalidToken() {
    HttpResponse response = respond(with(request("{}"), Map.of("refusal", "INVALID_TOKEN")));

    assertThat(response.status()).isEqualTo(401);
    assertThat(error(response).text("code")).isEqualTo("INVALID_TOKEN");
  }

  @ParameterizedTest
  @CsvSource({
    "*,400",
    "chat,400",
    "chat-*,400",
    "chat-poll,400",
    "survey-* chat-poll,400",
    "chat-send,403",
    "cha,403",
    "'',403",
    "chat-po,403"
  })
  void scopesAreCommandPatterns(String scopes, int status) {
    assertThat(respond(with(request("{}"), Map.of("owner", "ada", "scopes", scopes))).status())
        .isEqualTo(status);
  }

  @Test
  void aMalformedTraceIdIsReplaced() {
    HttpResponse response = respond(withHeader(request("{}"), "x-trace-id", "no blanks please"));

    assertThat(response.headers().get("X-Trace-Id")).startsWith("t-").isNotEqualTo("t-1");
    assertThat(response.body()).contains(response.headers().get("X-Trace-Id"));
  }

  @Test
  void refusalsCarryTheStatusOfTheirCodeAndRetryAfter() {
    command =
        (input, call) ->
            Refused.because(
                new ErrorCode("ROOM_FULL", 409, true),
                "Full.",
                "Wait.",
                JsonObject.builder().put("retryAfterSeconds", 7).build());

    HttpResponse response = respond(request("{\"roomId\":\"r\"}"));

    assertThat(response.status()).isEqualTo(409);
    assertThat(response.headers()).containsEntry("Retry-After", "7");
    assertThat(response.body()).contains("\"retryable\":true");
  }

  @ParameterizedTest
  @EnumSource(Fault.Category.class)
  void aFaultSaysNothingAboutTheInside(Fault.Category category) {
    command = failing(new Fault(category, "table secret_table of java.lang.String"));

    HttpResponse response = respond(request("{\"roomId\":\"r\"}"));

    assertThat(response.body()).doesNotContain("secret_table").doesNotContain("java.lang");
    assertThat(log).anyMatch(line -> line.contains("command_fault") && line.contains("t-1"));
  }

  @Test
  void aSilentStoreIsServiceUnavailable() {
    command = failing(SdkClientException.create("connect timed out"));

    HttpResponse response = respond(request("{\"roomId\":\"r\"}"));

    assertThat(response.status()).isEqualTo(503);
    assertThat(response.headers()).containsEntry("Retry-After", "1");
  }

  @Test
  void aMistakeOfTheProgramIsAnInternalError() {
    command = failing(new NullPointerException("x"));

    assertThat(respond(request("{\"roomId\":\"r\"}")).status()).isEqualTo(500);
  }

  private HttpResponse respond(HttpRequest request) {
    InstantSource clock = InstantSource.fixed(Instant.parse("2026-01-15T10:00:00Z"));
    EdgeParts parts =
        new EdgeParts(
            clock,
            Log.to(log::add, InstantSource.system()),
            Metrics.to(log::add, clock),
            new RateLimits(new DynamoBucketStore(NO_STORE, "none"), Map.of(), clock),
            new DynamoRepeatStore(NO_STORE, "none", Duration.ofHours(24), Duration.ofSeconds(30)),
            64 * 1024);
    return CommandEdge.of(POLL, arguments -> arguments, this::execute, parts).respond(request);
  }

  private CommandResult execute(Arguments input, Call call) {
    return command.execute(input, call);
  }

  private static Command<Arguments> failing(RuntimeException fault) {
    return (input, call) -> {
      throw fault;
    };
  }

  private static HttpRequest request(String body) {
    return new HttpRequest(
        "POST",
        "/commands/chat-poll",
        Map.of("content-type", "application/json", "x-trace-id", "t-1"),
        Map.of(),
        body.getBytes(UTF_8),
        Map.of("owner", "ada", "scopes", "*", "key_id", "k1"),
        "localhost",
        "127.0.0.1");
  }

  private static HttpRequest with(HttpRequest request, Map<String, String> authorizer) {
    return request.withAuthorizer(authorizer);
  }

  private static HttpRequest withHeader(HttpRequest request, String name, String value) {
    Map<String, String> headers = new LinkedHashMap<>(request.headers());
    headers.put(name, value);
    return request.withHeaders(headers);
  }

  private static JsonObject error(HttpResponse response) {
    Json body = JsonReader.refusingDuplicates(32).readOwn(response.body());
    JsonObject error = ((JsonObject) body).object("error");
    return error == null ? JsonObject.EMPTY : error;
  }
}
