package dev.baton.gateway.store;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

/**
 * API keys in the Sessions table: partition {@code key#<SHA-256 of the key>}, sort key {@code key}.
 * Reads are strongly consistent, so a revoked key lives only as long as the HTTP API caches its
 * authorizer's answer.
 */
public final class DynamoKeyStore {
  private static final String OWNER = "owner";
  private static final String SCOPES = "scopes";
  private static final String KEY_ID = "key_id";
  private static final String REVOKED_AT = "revoked_at";

  private final DynamoDbClient client;
  private final String table;

  /** A store over the Sessions table. */
  public DynamoKeyStore(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /** The usable key with that SHA-256 in hexadecimal; none when it is unknown or revoked. */
  public Optional<ApiKey> find(String sha256) {
    Map<String, AttributeValue> item =
        client
            .getItem(
                GetItemRequest.builder()
                    .tableName(table)
                    .key(
                        Map.of(
                            "pk", AttributeValue.fromS("key#" + sha256),
                            "sk", AttributeValue.fromS("key")))
                    .consistentRead(true)
                    .build())
            .item();
    return item.containsKey(OWNER) && !item.containsKey(REVOKED_AT)
        ? Optional.of(new ApiKey(text(item, OWNER), text(item, SCOPES), text(item, KEY_ID)))
        : Optional.empty();
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    String text = value == null ? null : value.s();
    return text == null ? "" : text;
  }
}
