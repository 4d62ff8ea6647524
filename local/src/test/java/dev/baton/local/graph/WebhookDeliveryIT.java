package dev.baton.local.graph;

import static dev.baton.local.graph.SimulatorWorld.ANA;
import static dev.baton.local.graph.SimulatorWorld.SECRET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.graph.WebhookReceiver.Post;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** How webhooks travel: signature, order, redelivery, batches, duplicates, bodies of one's own. */
final class WebhookDeliveryIT {

  @AutoClose private final SimulatorWorld world;

  WebhookDeliveryIT() throws Exception {
    world = new SimulatorWorld();
  }

  @Test
  void everyBodyIsSignedOverItsRawBytes() throws Exception {
    world.anaWrites("Grüße 👋");

    Post post = world.webhook.awaitPosts(1).getFirst();

    assertThat(post.text()).contains("Grüße 👋");
    assertThat(post.signature()).isEqualTo("sha256=" + hmac(SECRET.getBytes(UTF_8), post.body()));
  }

  @Test
  void whatIsNotAnswered200ComesAgainWithTheSameBytes() throws Exception {
    world.webhook.answerNext(500, 503, 302);
    world.anaWrites("Hello");

    world.advance(Duration.ofMillis(999));
    assertThat(world.webhook.posts()).hasSize(1);
    world.advance(Duration.ofMillis(1));
    assertThat(world.webhook.posts()).hasSize(2);
    world.advance(Duration.ofSeconds(2));
    assertThat(world.webhook.posts()).hasSize(3);
    world.advance(Duration.ofSeconds(4));
    world.advance(Duration.ofHours(20));

    List<Post> posts = world.webhook.posts();
    assertThat(posts).hasSize(4);
    assertThat(posts).extracting(Post::text).containsOnly(posts.getFirst().text());
    assertThat(posts).extracting(Post::signature).containsOnly(posts.getFirst().signature());
    JsonNode delivery = onlyDelivery();
    assertThat(delivery.path("state").asText()).isEqualTo("delivered");
    assertThat(delivery.path("attempts").findValuesAsText("status"))
        .containsExactly("500", "503", "302", "200");
  }

  @Test
  void aWebhookThatIsNotThereIsTriedForADayAndAHalf() throws Exception {
    world.webhook.close();
    world.anaWrites("Hello");

    world.advance(Duration.ofHours(35));
    assertThat(onlyDelivery().path("state").asText()).isEqualTo("pending");
    world.advance(Duration.ofHours(2));

    JsonNode delivery = onlyDelivery();
    assertThat(delivery.path("state").asText()).isEqualTo("given_up");
    assertThat(delivery.path("attempts").path(0).path("problem").asText()).isNotEmpty();
  }

  @Test
  void aFailureHoldsBackWhatFollowsForTheSamePersonOnly() throws Exception {
    world.webhook.answerNext(500);
    world.anaWrites("first");
    world.anaWritesUnheard("second");
    world.order("POST", "participants/42/messages", "{\"text\":\"other\"}");
    world.webhook.awaitPosts(2);

    world.advance(Duration.ofSeconds(1));

    world.webhook.awaitPosts(4);
    assertThat(texts()).containsExactly("first", "other", "first", "second");
  }

  @Test
  void withoutOrderOthersOvertake() throws Exception {
    world.order("PUT", "webhooks", "{\"keep_order\":false}");
    world.webhook.answerNext(500);
    world.anaWrites("first");
    world.anaWrites("second");

    world.advance(Duration.ofSeconds(1));

    world.settle();
    assertThat(texts()).containsExactly("first", "second", "first");
  }

  @Test
  void duplicatesComeByProbability() throws Exception {
    world.order("PUT", "webhooks", "{\"duplicates\":1,\"duplicate_after\":\"PT5S\"}");
    world.anaWrites("Hello");
    world.settle();
    assertThat(texts()).hasSize(1);

    world.advance(Duration.ofSeconds(5));

    assertThat(texts()).containsExactly("Hello", "Hello");
  }

  @Test
  void aBodyOfOnesOwnIsSignedAsOrdered() throws Exception {
    world.order("POST", "webhooks", "{\"body\":{\"object\":\"page\",\"entry\":[]}}");
    world.order("POST", "webhooks", "{\"body\":\"{ not json\",\"signature\":\"wrong\"}");
    world.order("POST", "webhooks", "{\"body\":\"x\",\"signature\":\"none\"}");
    world.order("POST", "webhooks", "{\"body_base64\":\"/w==\",\"signature\":\"sha1=0\"}");

    List<Post> posts = world.webhook.awaitPosts(4);
    assertThat(posts.get(0).text()).isEqualTo("{\"object\":\"page\",\"entry\":[]}");
    assertThat(posts.get(0).signature())
        .endsWith(hmac(SECRET.getBytes(UTF_8), posts.get(0).body()));
    assertThat(posts.get(1).signature())
        .startsWith("sha256=")
        .doesNotContain(hmac(SECRET.getBytes(UTF_8), posts.get(1).body()));
    assertThat(posts.get(2).signature()).isEmpty();
    assertThat(posts.get(3).body()).containsExactly(0xff);
    assertThat(posts.get(3).signature()).isEqualTo("sha1=0");
  }

  @Test
  void appRolesHaveNoSender() throws Exception {
    world.order("POST", "webhooks/app-roles", "{\"roles\":{\"1\":[\"secondary_receiver\"]}}");

    JsonNode item = WebhookReceiver.items(world.webhook.awaitPosts(1)).getFirst().json();

    assertThat(item.has("sender")).isFalse();
    assertThat(item.path("app_roles").path("1").path(0).asText()).isEqualTo("secondary_receiver");
  }

  @Test
  void theWebhookCanMove() throws Exception {
    try (WebhookReceiver other = new WebhookReceiver()) {
      world.order("PUT", "webhooks", "{\"url\":\"" + other.url() + "\"}");

      world.anaWrites("Hello");

      other.awaitPosts(1);
      assertThat(world.webhook.posts()).isEmpty();
    }
  }

  private List<String> texts() {
    return world.webhook.items().stream()
        .map(item -> item.json().path("message").path("text").asText())
        .toList();
  }

  private JsonNode onlyDelivery() throws Exception {
    JsonNode deliveries = world.order("GET", "deliveries?user=" + ANA, "").path("deliveries");
    assertThat(deliveries).hasSize(1);
    return deliveries.path(0);
  }

  /** RFC 2104, written out so that it shares nothing with the code under test. */
  private static String hmac(byte[] key, byte[] message) throws NoSuchAlgorithmException {
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    byte[] inner = new byte[64];
    byte[] outer = new byte[64];
    byte[] padded = Arrays.copyOf(key, 64);
    for (int at = 0; at < 64; at++) {
      inner[at] = (byte) (padded[at] ^ 0x36);
      outer[at] = (byte) (padded[at] ^ 0x5c);
    }
    sha.update(inner);
    byte[] first = sha.digest(message);
    sha.update(outer);
    return "%064x".formatted(new BigInteger(1, sha.digest(first)));
  }
}
