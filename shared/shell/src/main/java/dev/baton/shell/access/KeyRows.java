package dev.baton.shell.access;

import dev.baton.core.access.Scopes;
import dev.baton.shell.dynamo.Attributes;
import dev.baton.shell.dynamo.DynamoTable;
import dev.baton.shell.dynamo.NewItem;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The two rows of an API key: {@code key#<SHA-256>}/{@code key}, by which a presented key is found,
 * and {@code owner#<owner>}/{@code key#<key id>}, by which its owner finds it. Both say the same,
 * and the second knows the hash, so that it leads to the first.
 */
final class KeyRows {
  static final String OF_HASH = "key";
  static final String OF_OWNER = "key#";
  static final String HASH = "hash";
  static final String REVOKED_AT = "revoked_at";
  private static final String OWNER = "owner";
  private static final String KEY_ID = "key_id";
  private static final String SCOPES = "scopes";
  private static final String LABEL = "label";
  private static final String EXPIRES_AT = "expires_at";
  private static final String TTL = "ttl";
  private static final String CREATED_AT = "created_at";

  private KeyRows() {}

  static String hashPartition(String hash) {
    return "key#" + hash;
  }

  static String ownerPartition(String owner) {
    return "owner#" + DynamoTable.escape(owner);
  }

  static String ownerSort(String keyId) {
    return OF_OWNER + DynamoTable.escape(keyId);
  }

  static NewItem byHash(ApiKey key, String hash) {
    return filled(NewItem.of(hashPartition(hash), OF_HASH), key);
  }

  static NewItem byOwner(ApiKey key, String hash) {
    NewItem item = NewItem.of(ownerPartition(key.owner()), ownerSort(key.keyId()));
    return filled(item, key).put(HASH, hash);
  }

  private static NewItem filled(NewItem item, ApiKey key) {
    item.put(OWNER, key.owner())
        .put(KEY_ID, key.keyId())
        .put(SCOPES, key.scopes().write())
        .put(LABEL, key.label())
        .put(CREATED_AT, (Long) key.createdAt())
        .put(REVOKED_AT, key.revokedAt())
        .put(EXPIRES_AT, key.expiresAt());
    Long expiresAt = key.expiresAt();
    if (expiresAt != null) {
      item.put(TTL, (Long) (expiresAt / 1_000 + 1));
    }
    key.rates().forEach(item::put);
    return item;
  }

  /** The key of either row; null when it is broken, which is like none. */
  static @Nullable ApiKey read(Attributes item) {
    String owner = item.text(OWNER);
    if (owner == null || owner.isEmpty()) {
      return null;
    }
    Map<String, String> rates = new HashMap<>();
    for (String name : ApiKey.RATES) {
      String rate = item.text(name);
      if (rate != null) {
        rates.put(name, rate);
      }
    }
    Long createdAt = item.number(CREATED_AT);
    return new ApiKey(
        owner,
        orEmpty(item.text(KEY_ID)),
        Scopes.parse(orEmpty(item.text(SCOPES))),
        item.text(LABEL),
        createdAt == null ? 0 : createdAt,
        revokedAt(item),
        item.number(EXPIRES_AT),
        rates);
  }

  /** Whatever stands there revokes: an operator may have written the time as a text. */
  private static @Nullable Long revokedAt(Attributes item) {
    Long at = item.number(REVOKED_AT);
    return at == null && item.item().containsKey(REVOKED_AT) ? Long.valueOf(0) : at;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
