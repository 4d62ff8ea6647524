package dev.baton.shell.access;

import dev.baton.shell.dynamo.Attributes;
import dev.baton.shell.dynamo.DynamoTable;
import dev.baton.shell.dynamo.NewItem;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * API keys in the Sessions table, each in two rows that are written in one transaction. Reads are
 * strongly consistent, so a revoked key lives only as long as the HTTP API caches its authorizer's
 * answer. Thread-safe.
 */
public final class DynamoKeyStore {
  private static final int TRIES = 5;
  private static final String NEW = "attribute_not_exists(pk)";
  private static final String THERE = "attribute_exists(pk)";
  private static final String REVOKE = "SET revoked_at = if_not_exists(revoked_at, :now)";

  private final DynamoTable table;
  private final InstantSource clock;

  /** A store over the Sessions table. */
  public DynamoKeyStore(DynamoTable table) {
    this(table, InstantSource.system());
  }

  /** The same in a time of the caller's. */
  public DynamoKeyStore(DynamoTable table, InstantSource clock) {
    this.table = table;
    this.clock = clock;
  }

  /**
   * The usable key with that SHA-256 in lower-case hexadecimal; null when unknown, revoked or at
   * its end.
   */
  public @Nullable ApiKey findUsable(String hash) {
    Attributes item = table.get(KeyRows.hashPartition(hash), KeyRows.OF_HASH);
    ApiKey key = item == null ? null : KeyRows.read(item);
    return key == null || !key.isUsable() || key.isExpired(clock.millis()) ? null : key;
  }

  /**
   * Writes a key that ends by itself. It can be used and is found by nobody otherwise: its owner
   * has no row of it.
   *
   * @param hash the SHA-256 of the key in lower-case hexadecimal
   */
  public void grant(ApiKey key, String hash) {
    table.put(KeyRows.byHash(key, hash));
  }

  /** Ends such a key before its time. */
  public void ungrant(String hash) {
    table.delete(KeyRows.hashPartition(hash), KeyRows.OF_HASH);
  }

  /** The owner's key of that id, revoked or not; null when the owner has none. */
  public @Nullable ApiKey find(String owner, String keyId) {
    Attributes item = row(owner, keyId);
    return item == null ? null : KeyRows.read(item);
  }

  /**
   * Keys of an owner by id, revoked ones included, read as the stream is read.
   *
   * @param after only keys behind this id; null for all
   */
  public Stream<ApiKey> ofOwner(String owner, @Nullable String after) {
    QueryRequest.Builder query =
        table.beginningWith(KeyRows.ownerPartition(owner), KeyRows.OF_OWNER);
    if (after != null) {
      query.exclusiveStartKey(
          DynamoTable.key(KeyRows.ownerPartition(owner), KeyRows.ownerSort(after)));
    }
    return table.client().queryPaginator(query.build()).items().stream()
        .map(item -> KeyRows.read(Attributes.of(item)))
        .flatMap(Stream::ofNullable);
  }

  /**
   * Writes a new key.
   *
   * @param hash the SHA-256 of the key in lower-case hexadecimal
   */
  public void create(ApiKey key, String hash) {
    List<TransactWriteItem> both =
        Stream.of(KeyRows.byHash(key, hash), KeyRows.byOwner(key, hash)).map(this::put).toList();
    table.client().transactWriteItems(request -> request.transactItems(both));
  }

  /**
   * Revokes a key for good; one that is revoked stays revoked since then.
   *
   * @param now the time in milliseconds since 1970
   * @return the key as it was before; null when the owner has none of that id
   */
  public @Nullable ApiKey revoke(String owner, String keyId, long now) {
    for (int attempt = 1; ; attempt++) {
      Attributes item = row(owner, keyId);
      ApiKey key = item == null ? null : KeyRows.read(item);
      if (item == null || key == null || !key.isUsable()) {
        return key;
      }
      try {
        revoke(item, now);
        return key;
      } catch (TransactionCanceledException lost) {
        // Somebody revokes it at the same moment, or the rows are broken.
        if (attempt == TRIES) {
          throw lost;
        }
      }
    }
  }

  private void revoke(Attributes item, long now) {
    String hash = item.requiredText(KeyRows.HASH);
    List<TransactWriteItem> both =
        List.of(
            revocation(DynamoTable.key(KeyRows.hashPartition(hash), KeyRows.OF_HASH), now),
            revocation(DynamoTable.key(item.requiredText("pk"), item.requiredText("sk")), now));
    table.client().transactWriteItems(request -> request.transactItems(both));
  }

  private @Nullable Attributes row(String owner, String keyId) {
    return table.get(KeyRows.ownerPartition(owner), KeyRows.ownerSort(keyId));
  }

  private TransactWriteItem put(NewItem item) {
    return TransactWriteItem.builder()
        .put(put -> put.tableName(table.name()).item(item.item()).conditionExpression(NEW))
        .build();
  }

  private TransactWriteItem revocation(Map<String, AttributeValue> key, long now) {
    return TransactWriteItem.builder()
        .update(update ->
            update
                .tableName(table.name())
                .key(key)
                .conditionExpression(THERE)
                .updateExpression(REVOKE)
                .expressionAttributeValues(
                    Map.of(":now", AttributeValue.fromN(Long.toString(now)))))
        .build();
  }
}
