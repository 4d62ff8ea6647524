package dev.baton.local.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.json.Jsons;
import dev.baton.local.lambda.LocalFunction;
import dev.baton.local.toy.ToyFunctions;
import dev.baton.local.toy.ToyFunctions.Seen;
import dev.baton.local.toy.ToySocket;
import java.io.IOException;
import java.net.URI;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Opening, routes and the shapes of their events. */
final class SocketRoutesIT {
  private static final String OK = "{\"statusCode\":200}";

  private final Seen seen = new Seen();

  @Test
  void connectSeesTheWholeRequest() throws Exception {
    try (SocketWorld world = new SocketWorld(noting("$connect"))) {
      ToySocket.open(world.http(), world.address() + "?session=s%201&token=t&token=u");

      JsonNode event = event();
      assertThat(event.at("/headers/Host").asText()).isEqualTo(world.domain());
      assertThat(event.at("/headers/User-Agent").asText()).isEqualTo("toy");
      assertThat(event.at("/multiValueHeaders/Host/0").asText()).isEqualTo(world.domain());
      assertThat(event.path("queryStringParameters"))
          .isEqualTo(Jsons.parse("{\"session\":\"s 1\",\"token\":\"u\"}"));
      assertThat(event.path("multiValueQueryStringParameters"))
          .isEqualTo(Jsons.parse("{\"session\":[\"s 1\"],\"token\":[\"t\",\"u\"]}"));
      assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
      assertThat(event.has("body")).isFalse();
      assertThat(withoutIds(event)).isEqualTo(context(world, "$connect", "CONNECT"));
    }
  }

  @Test
  void messagesGoToTheRouteOfTheirAction() throws Exception {
    try (SocketWorld world = new SocketWorld(noting("$default"), noting("chat-send"))) {
      ToySocket socket = world.open();

      socket.send("{\"action\":\"chat-send\",\"text\":\"Hi\"}");
      JsonNode event = event();
      assertThat(event.path("body").asText())
          .isEqualTo("{\"action\":\"chat-send\",\"text\":\"Hi\"}");
      assertThat(event.at("/requestContext/messageId").asText()).hasSize(16);
      assertThat(event.has("headers")).isFalse();
      assertThat(withoutIds(event)).isEqualTo(context(world, "chat-send", "MESSAGE"));

      for (String other :
          new String[] {
            "{\"action\":\"nobody\"}",
            "{\"type\":\"ping\"}",
            "no json",
            "[]",
            "{\"action\":{}}",
            "{\"action\":\"$connect\"}"
          }) {
        socket.send(other);
        JsonNode unclaimed = event();
        assertThat(unclaimed.at("/requestContext/routeKey").asText()).isEqualTo("$default");
        assertThat(unclaimed.path("body").asText()).isEqualTo(other);
      }
    }
  }

  @Test
  void binaryMessagesArriveInBase64() throws Exception {
    try (SocketWorld world = new SocketWorld(noting("$default"))) {
      world.open().send(new byte[] {(byte) 0xff, 0});

      JsonNode event = event();
      assertThat(event.path("body").asText()).isEqualTo("/wA=");
      assertThat(event.path("isBase64Encoded").asBoolean()).isTrue();
    }
  }

  @Test
  void aMessageThatNoRouteTakesIsForbidden() throws Exception {
    try (SocketWorld world = new SocketWorld(noting("chat-send"))) {
      ToySocket socket = world.open();
      socket.send("{\"action\":\"other\"}");

      JsonNode refusal = socket.nextJson();
      assertThat(refusal.path("message").asText()).isEqualTo("Forbidden");
      assertThat(world.sockets().open()).contains(refusal.path("connectionId").asText());
      assertThat(refusal.path("requestId").asText()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"failing", "malformed"})
  void aFunctionThatFailsIsAnInternalServerError(String action) throws Exception {
    LocalFunction malformed = ToyFunctions.function("malformed", event -> "{\"ok\":true}");
    try (SocketWorld world = new SocketWorld(failing("failing"), malformed)) {
      ToySocket socket = world.open();
      socket.send("{\"action\":\"" + action + "\"}");

      JsonNode refusal = socket.nextJson();
      assertThat(refusal.path("message").asText()).isEqualTo("Internal server error");
      assertThat(refusal.path("connectionId").asText()).isNotEmpty();
      assertThat(refusal.path("requestId").asText()).isNotEmpty();
    }
  }

  @Test
  void onlyRoutesWithAResponseAnswer() throws Exception {
    String reply = "{\"statusCode\":200,\"body\":\"heard\"}";
    try (SocketWorld world =
        new SocketWorld(
            ToyFunctions.function("silent", event -> reply),
            ToyFunctions.function("answering", event -> reply))) {
      ToySocket socket = world.open();
      socket.send("{\"action\":\"silent\"}");
      socket.send("{\"action\":\"answering\"}");
      socket.send("{\"action\":\"unknown\"}");

      assertThat(List.of(socket.next(), socket.next()))
          .containsOnlyOnce("heard")
          .anyMatch(text -> text.contains("Forbidden"));
    }
  }

  @ParameterizedTest
  @CsvSource({"400,400", "401,401", "403,403", "410,410", "429,429", "500,500", "99,502"})
  void connectRefusesWithItsStatus(int answered, int status) throws Exception {
    try (SocketWorld world =
        new SocketWorld(
            ToyFunctions.function("$connect", event -> "{\"statusCode\":" + answered + "}"),
            noting("$disconnect"))) {
      assertThat(refusal(world)).isEqualTo(status);
      assertThat(world.sockets().open()).isEmpty();
      assertThat(seen.rest()).isZero();
    }
  }

  @Test
  void aConnectThatFailsRefusesWith502() throws Exception {
    try (SocketWorld world = new SocketWorld(failing("$connect"))) {
      assertThat(refusal(world)).isEqualTo(502);
    }
  }

  @Test
  void theSubprotocolIsTheOneThatConnectNames() throws Exception {
    String answer = "{\"statusCode\":200,\"headers\":{\"Sec-WebSocket-Protocol\":\"two\"}}";
    try (SocketWorld world = new SocketWorld(ToyFunctions.function("$connect", event -> answer))) {
      WebSocket socket =
          world
              .http()
              .newWebSocketBuilder()
              .subprotocols("one", "two")
              .buildAsync(URI.create(world.address()), new ToySocket())
              .get();

      assertThat(socket.getSubprotocol()).isEqualTo("two");
    }
  }

  private static int refusal(SocketWorld world) {
    Throwable cause = catchThrowableOfType(ExecutionException.class, world::open).getCause();
    return Objects.requireNonNull((WebSocketHandshakeException) cause).getResponse().statusCode();
  }

  private LocalFunction noting(String route) {
    return ToyFunctions.function(
        route,
        event -> {
          seen.add(event);
          return OK;
        });
  }

  private static LocalFunction failing(String route) {
    return ToyFunctions.function(
        route,
        event -> {
          throw new IOException("on purpose");
        });
  }

  private JsonNode event() throws InterruptedException {
    return Objects.requireNonNull(Jsons.parse(Objects.requireNonNull(seen.next())));
  }

  private static JsonNode withoutIds(JsonNode event) {
    ObjectNode context = (ObjectNode) event.path("requestContext");
    assertThat(context.path("connectionId").asText()).hasSize(16).endsWith("=");
    assertThat(context.path("requestId").asText()).hasSize(16);
    return context
        .deepCopy()
        .remove(List.of("connectionId", "requestId", "extendedRequestId", "messageId"));
  }

  private static JsonNode context(SocketWorld world, String route, String type) {
    return Objects.requireNonNull(
        Jsons.parse(
            """
            {"routeKey":"%s","eventType":"%s","messageDirection":"IN",
             "requestTime":"15/Jan/2026:10:00:00 +0000","requestTimeEpoch":1768471200000,
             "connectedAt":1768471200000,"domainName":"%s","stage":"live","apiId":"socket-api",
             "identity":{"sourceIp":"127.0.0.1","userAgent":"toy"}}\
            """
                .formatted(route, type, world.domain())));
  }
}
