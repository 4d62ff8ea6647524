package dev.baton.local.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.local.json.Jsons;
import dev.baton.local.toy.ToyFunctions;
import dev.baton.local.toy.ToySocket;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.ApiGatewayManagementApiException;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.ForbiddenException;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GetConnectionResponse;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GoneException;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.LimitExceededException;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.PayloadTooLargeException;

/** The management API, as the real SDK speaks it. */
final class ConnectionServiceIT {
  private static final Instant START = Instant.parse("2026-01-15T10:00:00Z");

  @Test
  void messagesArriveInTheOrderOfTheirPosts() throws Exception {
    try (SocketWorld world = new SocketWorld()) {
      ToySocket socket = world.open();
      String id = only(world);
      ApiGatewayManagementApiClient client = world.management();
      String large = "é".repeat(SocketLimits.AWS.message() / 2);

      post(client, id, "one");
      post(client, id, large);
      post(client, id, "three");

      assertThat(socket.next()).isEqualTo("one");
      assertThat(socket.next()).isEqualTo(large);
      assertThat(socket.next()).isEqualTo("three");
    }
  }

  @Test
  void tooMuchIsRefused() throws Exception {
    try (SocketWorld world = new SocketWorld()) {
      world.open();
      String id = only(world);
      String large = "x".repeat(SocketLimits.AWS.message() + 1);

      assertThatThrownBy(() -> post(world.management(), id, large))
          .isInstanceOfSatisfying(
              PayloadTooLargeException.class,
              refusal -> assertThat(refusal.statusCode()).isEqualTo(413));
    }
  }

  @Test
  void aClientThatDoesNotReadIsLimited() throws Exception {
    try (SocketWorld world = new SocketWorld()) {
      world
          .http()
          .newWebSocketBuilder()
          .buildAsync(URI.create(world.address()), new NeverReading())
          .get(10, TimeUnit.SECONDS);
      String id = only(world);
      Connection connection = Objects.requireNonNull(world.sockets().find(id));
      String frame = "x".repeat(SocketLimits.AWS.frame());

      int tries = 0;
      while (world.sockets().send(connection, frame) == Connection.Sent.ACCEPTED) {
        assertThat(++tries).isLessThan(5_000);
      }

      assertThatThrownBy(() -> post(world.management(), id, "more"))
          .isInstanceOf(LimitExceededException.class);
    }
  }

  /** A client that asks for no frame. */
  private static final class NeverReading implements WebSocket.Listener {
    @Override
    public void onOpen(WebSocket socket) {
      assertThat(socket.isInputClosed()).isFalse();
    }
  }

  @Test
  void aConnectionIsDescribed() throws Exception {
    try (SocketWorld world = new SocketWorld()) {
      world.open();
      String id = only(world);
      ApiGatewayManagementApiClient client = world.management();
      world.time.advance(Duration.ofMinutes(5));
      post(client, id, "news");

      GetConnectionResponse described = client.getConnection(get -> get.connectionId(id));

      assertThat(described.connectedAt()).isEqualTo(START);
      assertThat(described.lastActiveAt()).isEqualTo(START.plus(Duration.ofMinutes(5)));
      assertThat(described.identity().sourceIp()).isEqualTo("127.0.0.1");
      assertThat(described.identity().userAgent()).isEqualTo("toy");
    }
  }

  @Test
  void deletingClosesWith1000() throws Exception {
    CompletableFuture<String> disconnect = new CompletableFuture<>();
    try (SocketWorld world =
        new SocketWorld(
            ToyFunctions.function(
                "$disconnect",
                event -> {
                  disconnect.complete(event);
                  return "{}";
                }))) {
      ToySocket socket = world.open();
      String id = only(world);
      ApiGatewayManagementApiClient client = world.management();

      post(client, id, "last words");
      client.deleteConnection(delete -> delete.connectionId(id));

      assertThat(socket.next()).isEqualTo("last words");
      assertThat(socket.closeCode()).isEqualTo(1000);
      assertThat(
              Objects.requireNonNull(Jsons.parse(disconnect.get(10, TimeUnit.SECONDS)))
                  .at("/requestContext/disconnectStatusCode")
                  .asInt())
          .isEqualTo(1000);
      assertGone(client, id);
    }
  }

  @Test
  void aConnectionIsGoneWhileConnectIsBeingAnswered() throws Exception {
    CompletableFuture<String> asked = new CompletableFuture<>();
    CompletableFuture<String> answer = new CompletableFuture<>();
    try (SocketWorld world =
        new SocketWorld(
            ToyFunctions.function(
                "$connect",
                event -> {
                  asked.complete(event);
                  return answer.orTimeout(20, TimeUnit.SECONDS).join();
                }))) {
      CompletableFuture<ToySocket> opening =
          CompletableFuture.supplyAsync(() -> openUnchecked(world));
      String id =
          Objects.requireNonNull(Jsons.parse(asked.get(10, TimeUnit.SECONDS)))
              .at("/requestContext/connectionId")
              .asText();

      assertGone(world.management(), id);

      answer.complete("{\"statusCode\":200}");
      ToySocket socket = opening.get(10, TimeUnit.SECONDS);
      socket.ping();
      post(world.management(), id, "welcome");
      assertThat(socket.next()).isEqualTo("welcome");
    }
  }

  @Test
  void aConnectionThatWasCutIsGone() throws Exception {
    try (SocketWorld world = new SocketWorld()) {
      world.open();
      String id = only(world);
      world.sockets().cut(id);

      assertGone(world.management(), id);
    }
  }

  @Test
  void anotherStageIsForbidden() throws Exception {
    try (SocketWorld world = new SocketWorld()) {
      assertThatThrownBy(() -> post(world.management("/other"), "any=", "text"))
          .isInstanceOf(ForbiddenException.class);
    }
  }

  private static void assertGone(ApiGatewayManagementApiClient client, String id) {
    assertGone(() -> post(client, id, "text"));
    assertGone(() -> client.getConnection(get -> get.connectionId(id)));
    assertGone(() -> client.deleteConnection(delete -> delete.connectionId(id)));
  }

  private static void assertGone(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(GoneException.class)
        .extracting(fault -> ((ApiGatewayManagementApiException) fault).statusCode())
        .isEqualTo(410);
  }

  private static ToySocket openUnchecked(SocketWorld world) {
    try {
      return world.open();
    } catch (Exception fault) {
      throw new IllegalStateException(fault);
    }
  }

  private static String only(SocketWorld world) {
    assertThat(world.sockets().open()).hasSize(1);
    return world.sockets().open().iterator().next();
  }

  private static void post(ApiGatewayManagementApiClient client, String id, String text) {
    client.postToConnection(post -> post.connectionId(id).data(SdkBytes.fromUtf8String(text)));
  }
}
