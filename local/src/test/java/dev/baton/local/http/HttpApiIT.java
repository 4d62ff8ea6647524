package dev.baton.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.json.Jsons;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events, answers and routes of the HTTP API. */
final class HttpApiIT {
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
  void theEventHasTheDocumentedShape() throws Exception {
    JsonNode event =
        world.echoed(
            world
                .request("/echo?parameter1=value1&parameter1=value%202&parameter2=value")
                .header("Header1", "value1")
                .header("Header2", "value1")
                .header("Header2", "value2")
                .header("Cookie", "cookie1=a; cookie2=b")
                .header("User-Agent", "agent")
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("Hello from client!")));

    String host = world.server().url().substring("http://".length());
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
    JsonNode event = world.echoed(world.request("/items/a%20b/parts/x/y"));

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
        world.echoed(
            world
                .request("/echo")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(invalid)));

    assertThat(event.path("isBase64Encoded").asBoolean()).isTrue();
    assertThat(Base64.getDecoder().decode(event.path("body").asText())).isEqualTo(invalid);
    JsonNode form =
        world.echoed(
            world
                .request("/echo")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("a=b")));
    assertThat(form.path("isBase64Encoded").asBoolean()).isTrue();
  }

  @Test
  void aJsonWithoutStatusCodeIsABody() throws Exception {
    String answer = "{\"message\":\"Hello from Lambda!\"}";
    world.answers(answer);

    HttpResponse<String> response = world.send(world.request("/answer"));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-type")).contains("application/json");
    assertThat(response.body()).isEqualTo(answer);
  }

  @Test
  void aJsonWithStatusCodeIsAResponse() throws Exception {
    String body = Base64.getEncoder().encodeToString("héllo".getBytes(StandardCharsets.UTF_8));
    world.answers(
        """
        {"statusCode":201,"headers":{"X-One":"1","Content-Type":"text/plain"},"cookies":["a=1","b=2"],
         "isBase64Encoded":true,"body":"%s"}\
        """
            .formatted(body));

    HttpResponse<String> response = world.send(world.request("/answer"));

    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.headers().firstValue("x-one")).contains("1");
    assertThat(response.headers().allValues("set-cookie")).containsExactly("a=1", "b=2");
    assertThat(response.body()).isEqualTo("héllo");
    assertThat(response.headers().firstValue("apigw-requestid")).isPresent();
  }

  @Test
  void whatTheApiAnswersItself() throws Exception {
    assertThat(world.message(world.send(world.request("/nowhere")), 404)).isEqualTo("Not Found");
    assertThat(world.message(world.send(world.request("/guarded")), 404)).isEqualTo("Not Found");
    assertThat(world.message(world.send(world.request("/failing")), 500))
        .isEqualTo("Internal Server Error");
    assertThat(world.message(world.send(world.request("/slow")), 503))
        .isEqualTo("Service Unavailable");
    world.answers("no json");
    assertThat(world.message(world.send(world.request("/answer")), 500))
        .isEqualTo("Internal Server Error");
    byte[] large = new byte[10 * 1024 * 1024 + 1];
    HttpRequest.Builder tooLarge =
        world.request("/echo").POST(HttpRequest.BodyPublishers.ofByteArray(large));
    assertThat(world.message(world.send(tooLarge), 413)).isEqualTo("Request Entity Too Large");
  }

  @Test
  void theDomainIsTheApisOwn() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", URI.create(world.server().url()).getPort())) {
      String request = "GET /echo HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

      String response = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(response).contains("\"domainName\":\"" + world.server().domain() + "\"");
    }
  }
}
