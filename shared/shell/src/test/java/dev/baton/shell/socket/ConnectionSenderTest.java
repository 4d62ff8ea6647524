package dev.baton.shell.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GoneException;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.LimitExceededException;

class ConnectionSenderTest {
  private static final JsonObject FRAME = JsonObject.builder().put("type", "pong").build();
  private static final String POST = "post c1 {\"type\":\"pong\"}";

  private final FakeConnections connections = new FakeConnections();
  private final List<Duration> pauses = new ArrayList<>();
  private long now = 10_000;
  private final ConnectionSender sender =
      new ConnectionSender(connections, this::pass, () -> Instant.ofEpochMilli(now));

  @Test
  void aFrameIsPosted() {
    assertThat(sender.post("c1", FRAME)).isEqualTo(Delivery.DELIVERED);
    assertThat(connections.calls).containsExactly(POST);
  }

  @Test
  void aConnectionThatIsGoneIsAnAnswer() {
    connections.fails(1, () -> GoneException.builder().build());

    assertThat(sender.post("c1", FRAME)).isEqualTo(Delivery.GONE);
    assertThat(pauses).isEmpty();
  }

  @Test
  void aBusyApiIsAskedAgainWithLongerPauses() {
    connections.fails(4, () -> LimitExceededException.builder().build());

    assertThat(sender.post("c1", FRAME)).isEqualTo(Delivery.DELIVERED);
    assertThat(pauses).extracting(Duration::toMillis).containsExactly(50L, 100L, 200L, 400L);
  }

  @Test
  void afterFiveTriesItIsGivenUp() {
    connections.fails(5, () -> LimitExceededException.builder().build());

    assertThat(sender.post("c1", FRAME)).isEqualTo(Delivery.FAILED);
    assertThat(connections.calls).hasSize(5);
  }

  @Test
  void aConnectionThatIsBeingOpenedIsNotBelievedGone() {
    connections.fails(3, () -> GoneException.builder().build());

    assertThat(sender.postFirst("c1", FRAME, 9_000)).isEqualTo(Delivery.DELIVERED);
    assertThat(connections.calls).hasSize(4);
  }

  @Test
  void twoSecondsAfterItWasLetInItIs() {
    connections.fails(1_000, () -> GoneException.builder().build());

    assertThat(sender.postFirst("c1", FRAME, 9_000)).isEqualTo(Delivery.GONE);
    assertThat(now).isEqualTo(11_000);
  }

  @Test
  void theLastFrameGoesBeforeTheEnd() {
    sender.close("c1", FRAME);

    assertThat(connections.calls).containsExactly(POST, "delete c1");
  }

  @Test
  void onlyAnAnswerThatItIsGoneMeansGone() {
    connections.fails(1, () -> LimitExceededException.builder().build());
    assertThat(sender.isOpen("c1")).isTrue();
    connections.fails(1, () -> GoneException.builder().build());
    assertThat(sender.isOpen("c1")).isFalse();
    assertThat(sender.isOpen("c1")).isTrue();
    connections.fails(1, () -> GoneException.builder().build());
    assertThat(sender.delete("c1")).isEqualTo(Delivery.GONE);
  }

  private void pass(Duration duration) {
    pauses.add(duration);
    now += duration.toMillis();
  }
}
