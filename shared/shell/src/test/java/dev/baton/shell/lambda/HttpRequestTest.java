package dev.baton.shell.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.JsonObject;
import dev.baton.shell.json.JsonReader;
import org.junit.jupiter.api.Test;

class HttpRequestTest {
  private static final JsonReader READER = JsonReader.keepingDuplicates(20);

  @Test
  void whatTheHttpApiSaysIsRead() {
    HttpRequest request =
        request(
            """
            {"version":"2.0","rawPath":"/commands/x","headers":{"Content-Type":"application/json","x-a":"1,2"},
             "queryStringParameters":{"q":"é b"},"body":"{}","isBase64Encoded":false,
             "requestContext":{"http":{"method":"POST"},"authorizer":{"lambda":{"owner":"ada","scopes":"*"}}}}
            """);

    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.path()).isEqualTo("/commands/x");
    assertThat(request.header("content-type")).isEqualTo("application/json");
    assertThat(request.query()).containsEntry("q", "é b");
    assertThat(request.authorizer()).containsEntry("owner", "ada");
    assertThat(new String(request.body(), UTF_8)).isEqualTo("{}");
  }

  @Test
  void anEncodedBodyIsDecodedToItsBytes() {
    assertThat(request("{\"body\":\"/w==\",\"isBase64Encoded\":true}").body())
        .containsExactly((byte) 0xFF);
  }

  @Test
  void whatAnEventLacksIsEmpty() {
    HttpRequest request = request("{}");

    assertThat(request.method()).isEmpty();
    assertThat(request.body()).isEmpty();
    assertThat(request.authorizer()).isEmpty();
    assertThat(request.header("authorization")).isNull();
  }

  @Test
  void whatIsOfAnotherTypeIsIgnored() {
    HttpRequest request =
        request(
            "{\"headers\":{\"a\":7},\"body\":7,\"requestContext\":{\"authorizer\":{\"lambda\":null}}}");

    assertThat(request.headers()).isEmpty();
    assertThat(request.body()).isEmpty();
  }

  private static HttpRequest request(String event) {
    return HttpRequest.of((JsonObject) READER.readOwn(event));
  }
}
