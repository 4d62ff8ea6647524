package dev.baton.local.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.local.graph.WebhookReceiver.Item;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Echoes and receipts: late, lost, doubled, out of order, or none at all. */
final class EchoesIT {

  @AutoClose private final SimulatorWorld world;

  EchoesIT() throws Exception {
    world = new SimulatorWorld();
    world.order("PUT", "receipts", "{\"delivered\":false,\"read\":false}");
  }

  @Test
  void anEchoCanBeLate() throws Exception {
    world.order("PUT", "echoes", "{\"delay\":\"PT5S\"}");
    world.say("a");
    assertThat(echoes()).isEmpty();

    world.advance(Duration.ofSeconds(5));

    assertThat(echoes()).containsExactly("a");
  }

  @Test
  void anEchoCanBeLostOrDoubled() throws Exception {
    world.order("PUT", "echoes", "{\"drop\":1}");
    world.say("a");
    world.settle();
    world.order("PUT", "echoes", "{\"duplicate\":1}");
    world.say("b");

    assertThat(echoes()).containsExactly("b", "b");
  }

  @Test
  void anEchoCanComeAfterTheNext() throws Exception {
    world.order("PUT", "echoes", "{\"reorder\":1}");
    world.say("a");
    world.settle();
    world.order("PUT", "echoes", "{}");
    world.say("b");

    assertThat(echoes()).containsExactly("b", "a");
  }

  @Test
  void anEchoWithoutANextComesInTheEnd() throws Exception {
    world.order("PUT", "echoes", "{\"reorder\":1}");
    world.say("a");
    world.settle();

    world.advance(Duration.ofSeconds(2));

    assertThat(echoes()).containsExactly("a");
  }

  @Test
  void receiptsCanBeSwitchedOff() throws Exception {
    world.order("PUT", "receipts", "{\"read\":false}");

    world.say("a");

    assertThat(world.settledItems()).hasSize(2).noneMatch(item -> item.has("read"));
  }

  @Test
  void receiptsCanBeLostDoubledAndLate() throws Exception {
    world.order("PUT", "receipts", "{\"delivered\":false,\"duplicate\":1,\"delay\":\"PT9S\"}");
    world.say("a");
    world.advance(Duration.ofSeconds(9));
    world.order("PUT", "receipts", "{\"drop\":1}");
    world.say("b");

    assertThat(world.settledItems().stream().filter(item -> item.has("read"))).hasSize(2);
  }

  private List<String> echoes() throws Exception {
    return world.settledItems().stream()
        .filter(Item::isEcho)
        .map(item -> item.json().path("message").path("text").asText())
        .toList();
  }
}
