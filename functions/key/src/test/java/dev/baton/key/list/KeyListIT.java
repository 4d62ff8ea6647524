package dev.baton.key.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.JsonObject;
import dev.baton.key.KeyWorld;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@ExtendWith(DynamoDbLocal.class)
class KeyListIT {
  private KeyWorld world;
  private KeyListHandler list;

  @BeforeEach
  void keys(DynamoDbClient client) {
    world = new KeyWorld(client);
    list = new KeyListHandler(world.wiring);
    for (String keyId : List.of("key_1", "key_2", "key_3", "key_4", "key_own")) {
      world.put(KeyWorld.ADA, keyId, "chat-*");
    }
    world.put(KeyWorld.EVE, "key_9", "*");
    world.wiring.keys().revoke(KeyWorld.ADA, "key_2", world.clock.millis());
  }

  @Test
  void keysInUseAreListedWithoutThemselves() {
    KeyWorld.Answer answer = world.call(list, KeyWorld.ADA, "{}");

    assertThat(ids(answer)).containsExactly("key_1", "key_3", "key_4", "key_own");
    assertThat(answer.objects("keys").getLast().write())
        .isEqualTo(
            "{\"keyId\":\"key_own\",\"scopes\":[\"chat-*\"],\"createdAt\":\"2026-01-15T10:00:00.000Z\",\"current\":true}");
    assertThat(answer.data().text("nextCursor")).isNull();
  }

  @Test
  void revokedKeysAreListedWhenAskedFor() {
    KeyWorld.Answer answer = world.call(list, KeyWorld.ADA, "{\"includeRevoked\":true}");

    assertThat(ids(answer)).containsExactly("key_1", "key_2", "key_3", "key_4", "key_own");
    assertThat(answer.objects("keys").get(1).text("revokedAt"))
        .isEqualTo("2026-01-15T10:00:00.000Z");
  }

  @Test
  void pagesLeadThroughAllKeys() {
    List<String> found = new ArrayList<>();
    KeyWorld.Answer page = world.call(list, KeyWorld.ADA, "{\"limit\":2}");
    found.addAll(ids(page));
    page = world.call(list, KeyWorld.ADA, "{\"limit\":2,\"cursor\":\"%s\"}".formatted(next(page)));
    found.addAll(ids(page));

    assertThat(found).containsExactly("key_1", "key_3", "key_4", "key_own");
    assertThat(page.data().text("nextCursor")).isNull();
  }

  @Test
  void aCursorBelongsToItsListAndOwner() {
    String cursor = next(world.call(list, KeyWorld.ADA, "{\"limit\":1}"));
    String body = "{\"cursor\":\"%s\"}".formatted(cursor);
    String other = "{\"cursor\":\"%s\",\"includeRevoked\":true}".formatted(cursor);

    assertThat(world.call(list, KeyWorld.ADA, body).status()).isEqualTo(200);
    assertThat(world.call(list, KeyWorld.ADA, other).code()).isEqualTo("INVALID_CURSOR");
    assertThat(world.call(list, KeyWorld.EVE, body).code()).isEqualTo("INVALID_CURSOR");
    assertThat(world.call(list, KeyWorld.ADA, "{\"cursor\":\"x\"}").code())
        .isEqualTo("INVALID_CURSOR");
  }

  private static String next(KeyWorld.Answer page) {
    return page.text("nextCursor");
  }

  private static List<String> ids(KeyWorld.Answer answer) {
    return answer.objects("keys").stream().map(KeyListIT::id).toList();
  }

  private static String id(JsonObject key) {
    return String.valueOf(key.text("keyId"));
  }
}
