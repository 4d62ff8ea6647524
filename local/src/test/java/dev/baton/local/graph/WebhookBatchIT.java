package dev.baton.local.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.local.graph.WebhookReceiver.Post;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Webhooks that travel together. */
final class WebhookBatchIT {

  @AutoClose private final SimulatorWorld world;

  WebhookBatchIT() throws Exception {
    world = new SimulatorWorld();
  }

  @Test
  void waitingItemsMayShareABody() throws Exception {
    world.order("PUT", "webhooks", "{\"items_per_body\":10,\"items_per_entry\":2}");
    world.webhook.answerNext(500);
    world.anaWrites("a");
    for (String text : List.of("b", "c", "d")) {
      world.anaWritesUnheard(text);
    }

    world.advance(Duration.ofSeconds(1));

    Post last = world.webhook.awaitPosts(3).getLast();
    assertThat(last.json().path("entry")).hasSize(2);
    assertThat(last.json().path("entry").path(0).path("messaging")).hasSize(2);
    assertThat(texts()).containsExactly("a", "a", "b", "c", "d");
  }

  @Test
  void heldItemsOfManyPeopleAreFlushedTogether() throws Exception {
    world.order("PUT", "webhooks", "{\"hold\":true}");
    for (String user : List.of("1", "2", "3", "4", "5")) {
      world.order("POST", "participants/" + user + "/messages", "{\"text\":\"" + user + "\"}");
    }
    assertThat(world.webhook.posts()).isEmpty();

    world.order("POST", "webhooks/flush", "{\"items_per_body\":3,\"items_per_entry\":2}");

    List<Post> posts = world.webhook.posts();
    assertThat(posts).hasSize(2);
    assertThat(posts.getFirst().json().path("entry")).hasSize(2);
    assertThat(texts()).containsExactly("1", "2", "3", "4", "5");
  }

  private List<String> texts() {
    return world.webhook.items().stream()
        .map(item -> item.json().path("message").path("text").asText())
        .toList();
  }
}
