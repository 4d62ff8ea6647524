package dev.baton.local.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.json.Jsons;
import dev.baton.local.lambda.LocalFunction;
import dev.baton.local.toy.ToyFunctions;
import dev.baton.local.toy.ToyFunctions.Seen;
import dev.baton.local.toy.ToySocket;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long connections live, what ends them, and who is told. */
final class SocketLivesIT {
  private static final int LARGEST_MESSAGE = SocketLimits.AWS.message();
  private static final int LARGEST_FRAME = SocketLimits.AWS.frame();

  private final Seen messages = new Seen();
  private final Seen disconnects = new Seen();
  private SocketWorld world;

  @BeforeEach
  void start() throws Exception {
    world = new SocketWorld(noting("$default", messages), noting("$disconnect", disconnects));
  }

  @AfterEach
  void stop() throws Exception {
    world.close();
  }

  @Test
  void silenceOfTenMinutesEndsAConnection() throws Exception {
    ToySocket socket = world.open();
    world.time.advance(Duration.ofMinutes(10).minusMillis(1));
    assertThat(world.sockets().open()).hasSize(1);

    world.time.advance(Duration.ofMillis(1));

    assertThat(socket.closeCode()).isEqualTo(1001);
    assertEnded(1001, "Going away");
  }

  @Test
  void messagesKeepAConnectionAndPingsDoNot() throws Exception {
    ToySocket socket = world.open();
    world.time.advance(Duration.ofMinutes(9));
    socket.send("still here");
    messages.next();
    world.time.advance(Duration.ofMinutes(9));
    assertThat(world.sockets().open()).hasSize(1);

    socket.ping();
    world.time.advance(Duration.ofMinutes(1));

    assertThat(socket.closeCode()).isEqualTo(1001);
  }

  @Test
  void twoHoursAreTheLongestLife() throws Exception {
    ToySocket socket = world.open();
    for (int i = 0; i < 14; i++) {
      world.time.advance(Duration.ofMinutes(8));
      socket.send("still here");
      messages.next();
    }
    assertThat(world.sockets().open()).hasSize(1);

    world.time.advance(Duration.ofMinutes(8));

    assertThat(socket.closeCode()).isEqualTo(1001);
    assertEnded(1001, "Going away");
  }

  @Test
  void theClientsCodeAndReasonAreReported() throws Exception {
    world.open().close(4321, "enough");

    assertEnded(4321, "enough");
  }

  @Test
  void messagesOfSeveralFramesMayBeAsLargeAsAllowed() throws Exception {
    String text = "é".repeat(LARGEST_MESSAGE / 2);
    try (FramingSocket socket = FramingSocket.open(world.address(), LARGEST_FRAME)) {
      socket.send(text);
      assertThat(event(messages).path("body").asText()).isEqualTo(text);
      assertThat(disconnects.rest()).isZero();
    }
  }

  @Test
  void aMessageThatIsTooLargeClosesWith1009() throws Exception {
    try (FramingSocket socket = FramingSocket.open(world.address(), LARGEST_FRAME)) {
      socket.send("x".repeat(LARGEST_MESSAGE + 1));
      assertThat(event(disconnects).at("/requestContext/disconnectStatusCode").asInt())
          .isEqualTo(1009);
    }
  }

  @Test
  void aFrameThatIsTooLargeClosesWith1009() throws Exception {
    try (FramingSocket socket = FramingSocket.open(world.address(), LARGEST_MESSAGE)) {
      socket.send("x".repeat(LARGEST_FRAME + 1));
      assertThat(event(disconnects).at("/requestContext/disconnectStatusCode").asInt())
          .isEqualTo(1009);
    }
    assertThat(messages.rest()).isZero();
  }

  @Test
  void clientsThatVanishOrSayTooMuchAreNoFaultOfTheListener() throws Exception {
    PrintStream console = System.err;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    try (FramingSocket vanishing = FramingSocket.open(world.address(), LARGEST_FRAME);
        FramingSocket loud = FramingSocket.open(world.address(), LARGEST_MESSAGE)) {
      vanishing.vanish();
      event(disconnects);
      loud.send("x".repeat(LARGEST_FRAME + 1));
      event(disconnects);
    } finally {
      System.setErr(console);
    }

    assertThat(written.toString(StandardCharsets.UTF_8)).doesNotContain("SocketListener");
  }

  @Test
  void aConnectionCanBeCutWithoutACloseFrame() throws Exception {
    ToySocket socket = world.open();
    world.sockets().cut(world.sockets().open().iterator().next());

    assertThat(socket.closeCode()).isEqualTo(1006);
    assertEnded(1006, "Connection closed abnormally");
  }

  @Test
  void disconnectsCanComeLate() throws Exception {
    world.sockets().disconnects(DisconnectDelivery.DELAYED);
    cutOne();
    assertThat(world.sockets().keptDisconnects()).isEqualTo(1);
    assertThat(disconnects.rest()).isZero();

    world.sockets().deliverDisconnects();

    assertEnded(1006, "Connection closed abnormally");
    assertThat(world.sockets().keptDisconnects()).isZero();
  }

  @Test
  void disconnectsCanBeLost() throws Exception {
    world.sockets().disconnects(DisconnectDelivery.NEVER);
    cutOne();
    world.sockets().disconnects(DisconnectDelivery.PROMPT);
    world.open().close(4000, "the second");

    assertEnded(4000, "the second");
    assertThat(disconnects.rest()).isZero();
  }

  private void cutOne() throws Exception {
    ToySocket socket = world.open();
    world.sockets().cut(world.sockets().open().iterator().next());
    assertThat(socket.closeCode()).isEqualTo(1006);
  }

  private void assertEnded(int code, String reason) throws InterruptedException {
    JsonNode context = event(disconnects).path("requestContext");
    assertThat(context.path("routeKey").asText()).isEqualTo("$disconnect");
    assertThat(context.path("eventType").asText()).isEqualTo("DISCONNECT");
    assertThat(context.path("disconnectStatusCode").asInt()).isEqualTo(code);
    assertThat(context.path("disconnectReason").asText()).isEqualTo(reason);
    assertThat(context.path("connectionId").asText()).hasSize(16);
    assertThat(world.sockets().open()).isEmpty();
  }

  private static LocalFunction noting(String route, Seen seen) {
    return ToyFunctions.function(
        route,
        event -> {
          seen.add(event);
          return "{\"statusCode\":200}";
        });
  }

  private static JsonNode event(Seen seen) throws InterruptedException {
    return Objects.requireNonNull(Jsons.parse(Objects.requireNonNull(seen.next())));
  }
}
