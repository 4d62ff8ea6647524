package dev.baton.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.json.Jsons;
import dev.baton.local.lambda.Functions;
import dev.baton.local.lambda.LocalFunction;
import dev.baton.local.template.AsyncPolicy;
import dev.baton.local.template.AuthorizerDefinition;
import dev.baton.local.template.AwsPlace;
import dev.baton.local.template.CorsDefinition;
import dev.baton.local.template.HttpApiDefinition;
import dev.baton.local.template.RouteDefinition;
import dev.baton.local.time.ManualTimeline;
import dev.baton.local.toy.ToyFunctions;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpApiIT {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final ManualTimeline time = new ManualTimeline(Instant.parse("2020-03-12T19:03:58Z"));
  private final ToyFunctions.Seen authorized = new ToyFunctions.Seen();
  private final HttpClient http = HttpClient.newHttpClient();
  private volatile String answer = "{}";
  private HttpApiServer server;

  @BeforeEach
  void start() throws Exception {
    server = new HttpApiServer(0);
    server.start(api(), functions(), AwsPlace.LOCAL, time);
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private static HttpApiDefinition api() {
    return new HttpApiDefinition(
        "api-id",
        "$default",
        List.of(
            new RouteDefinition("ANY", "/echo", "echo", null),
            new RouteDefinition("GET", "/items/{id}/parts/{rest+}", "echo", null),
            new RouteDefinition("POST", "/guarded", "echo", "Key"),
            new RouteDefinition("GET", "/answer", "answer", null),
            new RouteDefinition("GET", "/slow", "slow", null),
            new RouteDefinition("GET", "/failing", "failing", null)),
        Map.of(
            "Key", new AuthorizerDefinition("Key", "authorize", List.of("authorization"), MINUTE)),
        new CorsDefinition(
            List.of("https://console.example.org"),
            List.of("GET", "POST"),
            List.of("authorization"),
            List.of("x-trace-id"),
            false,
            600));
  }

  private Functions functions() {
    CountDownLatch never = new CountDownLatch(1);
    LocalFunction slow =
        ToyFunctions.function(
            "slow",
            Duration.ofMillis(50),
            AsyncPolicy.DEFAULT,
            event -> {
              try {
                never.await();
              } catch (InterruptedException stopped) {
                throw new IOException(stopped);
              }
              return "{}";
            });
    return Functions.of(
        List.of(
            ToyFunctions.function("echo", event -> event),
            ToyFunctions.function("answer", event -> answer),
            ToyFunctions.function(
                "failing",
                event -> {
                  throw new IOException("no luck");
                }),
            ToyFunctions.function("authorize", this::authorize),
            slow));
  }

  private String authorize(String event) {
    authorized.add(event);
    String credential = Objects.requireNonNull(Jsons.parse(event)).at("/identitySource/0").asText();
    return switch (credential) {
      case "nobody" -> "{\"isAuthorized\":false}";
      case "broken" -> "\"yes\"";
      default -> "{\"isAuthorized\":true,\"context\":{\"owner\":\"" + credential + "\"}}";
    };
  }

  @Test
  void theEventHasTheDocumentedShape() throws Exception {
    JsonNode event =
        echoed(
            request("/echo?parameter1=value1&parameter1=value%202&parameter2=value")
                .header("Header1", "value1")
                .header("Header2", "value1")
                .header("Header2", "value2")
                .header("Cookie", "cookie1=a; cookie2=b")
                .header("User-Agent", "agent")
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("Hello from client!")));

    String host = server.url().substring("http://".length());
    JsonNode headers = event.path("headers");
    assertThat(headers.path("header1").asText()).isEqualTo("value1");
    assertThat(headers.path("header2").asText()).isEqualTo("value1,value2");
    assertThat(headers.path("x-forwarded-for").asText()).isEqualTo("127.0.0.1");
    assertThat(headers.has("cookie")).isFalse();
    String requestId = event.at("/requestContext/requestId").asText();
    assertThat(requestId).isNotEmpty();
    ((ObjectNode) event).remove("headers");
    assertThat(event)
        .isEqualTo(
            Jsons.parse(
                """
                {"version":"2.0","routeKey":"ANY /echo","rawPath":"/echo",
                 "rawQueryString":"parameter1=value1&parameter1=value%%202&parameter2=value",
                 "cookies":["cookie1=a","cookie2=b"],
                 "queryStringParameters":{"parameter1":"value1,value 2","parameter2":"value"},
                 "requestContext":{"accountId":"000000000000","apiId":"api-id","domainName":"%s","domainPrefix":"127",
                  "http":{"method":"POST","path":"/echo","protocol":"HTTP/1.1","sourceIp":"127.0.0.1","userAgent":"agent"},
                  "requestId":"%s","routeKey":"ANY /echo","stage":"$default",
                  "time":"12/Mar/2020:19:03:58 +0000","timeEpoch":1584039838000},
                 "body":"Hello from client!","isBase64Encoded":false}\
                """
                    .formatted(host, requestId)));
  }

  @Test
  void pathVariablesAreDecoded() throws Exception {
    JsonNode event = echoed(request("/items/a%20b/parts/x/y"));

    assertThat(event.path("routeKey").asText()).isEqualTo("GET /items/{id}/parts/{rest+}");
    assertThat(event.path("rawPath").asText()).isEqualTo("/items/a%20b/parts/x/y");
    assertThat(event.path("pathParameters"))
        .isEqualTo(Jsons.parse("{\"id\":\"a b\",\"rest\":\"x/y\"}"));
    assertThat(event.has("body")).isFalse();
    assertThat(event.has("queryStringParameters")).isFalse();
    assertThat(event.has("cookies")).isFalse();
  }

  @Test
  void bytesThatAreNoTextTravelInBase64() throws Exception {
    byte[] invalid = {'{', (byte) 0xff, '}'};

    JsonNode event =
        echoed(
            request("/echo")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(invalid)));

    assertThat(event.path("isBase64Encoded").asBoolean()).isTrue();
    assertThat(Base64.getDecoder().decode(event.path("body").asText())).isEqualTo(invalid);
    JsonNode form =
        echoed(
            request("/echo")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("a=b")));
    assertThat(form.path("isBase64Encoded").asBoolean()).isTrue();
  }

  @Test
  void aJsonWithoutStatusCodeIsABody() throws Exception {
    answer = "{\"message\":\"Hello from Lambda!\"}";

    HttpResponse<String> response = send(request("/answer"));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-type")).contains("application/json");
    assertThat(response.body()).isEqualTo(answer);
  }

  @Test
  void aJsonWithStatusCodeIsAResponse() throws Exception {
    String body = Base64.getEncoder().encodeToString("héllo".getBytes(StandardCharsets.UTF_8));
    answer =
        """
        {"statusCode":201,"headers":{"X-One":"1","Content-Type":"text/plain"},"cookies":["a=1","b=2"],
         "isBase64Encoded":true,"body":"%s"}\
        """
            .formatted(body);

    HttpResponse<String> response = send(request("/answer"));

    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.headers().firstValue("x-one")).contains("1");
    assertThat(response.headers().allValues("set-cookie")).containsExactly("a=1", "b=2");
    assertThat(response.body()).isEqualTo("héllo");
    assertThat(response.headers().firstValue("apigw-requestid")).isPresent();
  }

  @Test
  void whatTheApiAnswersItself() throws Exception {
    assertThat(message(send(request("/nowhere")), 404)).isEqualTo("Not Found");
    assertThat(message(send(request("/guarded")), 404)).isEqualTo("Not Found");
    assertThat(message(send(request("/failing")), 500)).isEqualTo("Internal Server Error");
    assertThat(message(send(request("/slow")), 503)).isEqualTo("Service Unavailable");
    answer = "no json";
    assertThat(message(send(request("/answer")), 500)).isEqualTo("Internal Server Error");
    byte[] large = new byte[10 * 1024 * 1024 + 1];
    HttpRequest.Builder tooLarge =
        request("/echo").POST(HttpRequest.BodyPublishers.ofByteArray(large));
    assertThat(message(send(tooLarge), 413)).isEqualTo("Request Entity Too Large");
  }

  @Test
  void theAuthorizerDecidesAndTellsTheFunction() throws Exception {
    assertThat(message(send(guarded(null)), 401)).isEqualTo("Unauthorized");
    assertThat(message(send(guarded("nobody")), 403)).isEqualTo("Forbidden");
    assertThat(message(send(guarded("broken")), 500)).isEqualTo("Internal Server Error");

    JsonNode event = echoed(guarded("ada"));
    assertThat(event.at("/requestContext/authorizer"))
        .isEqualTo(Jsons.parse("{\"lambda\":{\"owner\":\"ada\"}}"));
  }

  @Test
  void theAuthorizerGetsTheDocumentedEvent() throws Exception {
    send(guarded("ada"));

    JsonNode event = Objects.requireNonNull(Jsons.parse(Objects.requireNonNull(authorized.next())));
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
    send(guarded("ada"));
    send(guarded("ada"));
    send(guarded("bob"));
    assertThat(authorized.rest()).isEqualTo(2);

    time.advance(MINUTE);
    send(guarded("ada"));
    assertThat(authorized.rest()).isEqualTo(3);
  }

  @Test
  void preflightsAreAnsweredForAllowedOrigins() throws Exception {
    HttpResponse<String> allowed = send(preflight("https://console.example.org"));
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
    answer =
        "{\"statusCode\":200,\"headers\":{\"Access-Control-Allow-Origin\":\"*\",\"Vary\":\"Origin\"}}";
    for (HttpRequest.Builder request :
        List.of(preflight(origin), request("/answer").header("Origin", origin))) {
      assertThat(send(request).headers().map().keySet())
          .noneMatch(name -> name.startsWith("access-control-"));
    }
  }

  @Test
  void theDomainIsTheApisOwn() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", URI.create(server.url()).getPort())) {
      String request = "GET /echo HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

      String response = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(response).contains("\"domainName\":\"" + server.domain() + "\"");
    }
  }

  @Test
  void answersCarryCorsHeadersForAllowedOrigins() throws Exception {
    HttpResponse<String> response =
        send(request("/echo").header("Origin", "https://console.example.org"));

    assertThat(response.headers().firstValue("access-control-allow-origin"))
        .contains("https://console.example.org");
    assertThat(response.headers().firstValue("access-control-expose-headers"))
        .contains("x-trace-id");
  }

  private HttpRequest.Builder preflight(String origin) {
    return request("/guarded")
        .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
        .header("Origin", origin)
        .header("Access-Control-Request-Method", "POST");
  }

  private HttpRequest.Builder guarded(@org.jspecify.annotations.Nullable String credential) {
    HttpRequest.Builder request =
        request("/guarded").POST(HttpRequest.BodyPublishers.ofString("{}"));
    return credential == null ? request : request.header("Authorization", credential);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.url() + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private JsonNode echoed(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> response = send(request);
    assertThat(response.statusCode()).isEqualTo(200);
    return Objects.requireNonNull(Jsons.parse(response.body()));
  }

  private static String message(HttpResponse<String> response, int status) {
    assertThat(response.statusCode()).isEqualTo(status);
    return Objects.requireNonNull(Jsons.parse(response.body())).path("message").asText();
  }
}
