package dev.baton.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.core.access.Scopes;
import dev.baton.shell.access.ApiKey;
import dev.baton.shell.access.DynamoKeyStore;
import dev.baton.shell.access.KeyAccess;
import dev.baton.shell.access.KeyMint;
import dev.baton.shell.dynamo.DynamoTable;
import dev.baton.shell.dynamo.NewItem;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import dev.baton.testkit.dynamodb.Tables;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

@ExtendWith(DynamoDbLocal.class)
class KeyStoreIT {
  private static final String OWNER = "ada#%";

  private final DynamoTable table;
  private final DynamoKeyStore keys;
  private final KeyAccess access;

  KeyStoreIT(DynamoDbClient client) {
    table = new DynamoTable(client, Tables.sessions(client));
    keys = new DynamoKeyStore(table);
    access = new KeyAccess(keys);
  }

  @Test
  void aKeyIsFoundByItsHashAndByItsOwner() {
    ApiKey key = key("key_1", "for tests");
    keys.create(key, KeyMint.hash("secret"));

    assertThat(keys.findUsable(KeyMint.hash("secret"))).isEqualTo(key);
    assertThat(keys.find(OWNER, "key_1")).isEqualTo(key);
    assertThat(keys.find("eve", "key_1")).isNull();
    assertThat(keys.findUsable(KeyMint.hash("other"))).isNull();
    assertThat(access.isRevoked(OWNER, "key_1")).isFalse();
  }

  @Test
  void neitherAHashNorAnIdIsTakenTwice() {
    keys.create(key("key_1", null), KeyMint.hash("one"));

    assertThatThrownBy(() -> keys.create(key("key_1", null), KeyMint.hash("two")))
        .isInstanceOf(TransactionCanceledException.class);
    assertThatThrownBy(() -> keys.create(key("key_2", null), KeyMint.hash("one")))
        .isInstanceOf(TransactionCanceledException.class);
    assertThat(keys.findUsable(KeyMint.hash("two"))).isNull();
    assertThat(keys.find(OWNER, "key_2")).isNull();
  }

  @Test
  void aRevokedKeyIsUsedNeverAgainAndStaysRevokedSinceThen() {
    keys.create(key("key_1", null), KeyMint.hash("secret"));

    assertThat(keys.revoke("eve", "key_1", 1)).isNull();
    assertThat(keys.findUsable(KeyMint.hash("secret"))).isNotNull();
    assertThat(revokedAt(keys.revoke(OWNER, "key_1", 100))).isNull();
    assertThat(revokedAt(keys.revoke(OWNER, "key_1", 200))).isEqualTo(100);

    assertThat(keys.findUsable(KeyMint.hash("secret"))).isNull();
    assertThat(revokedAt(keys.find(OWNER, "key_1"))).isEqualTo(100);
    assertThat(access.isRevoked(OWNER, "key_1")).isTrue();
  }

  @Test
  void whatIsNotThereIsWithdrawnButAJwtHasNoKey() {
    assertThat(access.isRevoked(OWNER, "key_9")).isTrue();
    assertThat(access.isRevoked(OWNER, KeyAccess.NO_KEY)).isFalse();
  }

  @Test
  void keysOfAnOwnerAreReadByIdFromAnyPlaceOn() {
    IntStream.rangeClosed(1, 5)
        .forEach(number -> keys.create(key("key_" + number, null), KeyMint.hash("k" + number)));
    table.put(NewItem.of("owner#ada%23%25", "session#ses_1"));

    assertThat(keys.ofOwner(OWNER, null)).extracting(ApiKey::keyId).hasSize(5).startsWith("key_1");
    assertThat(keys.ofOwner(OWNER, "key_2"))
        .extracting(ApiKey::keyId)
        .containsExactly("key_3", "key_4", "key_5");
    assertThat(keys.ofOwner("eve", null)).isEmpty();
  }

  @Test
  void whateverAnOperatorWritesAsRevokedAtRevokes() {
    table.put(
        NewItem.of("key#" + KeyMint.hash("old"), "key")
            .put("owner", "ada")
            .put("revoked_at", "2026-01-15"));

    assertThat(keys.findUsable(KeyMint.hash("old"))).isNull();
  }

  private static @Nullable Long revokedAt(@Nullable ApiKey key) {
    assertThat(key).isNotNull();
    return key == null ? null : key.revokedAt();
  }

  private static ApiKey key(String keyId, @Nullable String label) {
    return new ApiKey(
        OWNER,
        keyId,
        new Scopes(List.of("chat-*", "survey-list")),
        label,
        1_768_471_200_000L,
        null,
        Map.of("rate_write", "10/PT1M/1"));
  }
}
