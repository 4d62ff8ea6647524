package dev.baton.shell.session;

import dev.baton.shell.dynamo.Attributes;
import dev.baton.shell.dynamo.DynamoTable;
import dev.baton.shell.dynamo.NewItem;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The public ids of owners in resources: {@code p_} and 12 hex digits of a hash of both. Its key is
 * made by whoever needs it first and kept in the table, so that ids cannot be computed from outside
 * and stay the same. Thread-safe.
 */
public final class DynamoParticipantIds {
  private static final String PK = "secret#participants";
  private static final String SK = "secret";
  private static final String VALUE = "value";
  private static final int ID_LENGTH = 12;
  private static final int KEY_BYTES = 32;

  private final DynamoTable table;
  private volatile byte @Nullable [] known;

  /** Ids over the Sessions table. */
  public DynamoParticipantIds(DynamoTable table) {
    this.table = table;
  }

  /** The id of an owner in a resource. */
  public String of(String owner, String resource) {
    return "p_" + Hashes.keyed(key(), owner + "\0" + resource).substring(0, ID_LENGTH);
  }

  private byte[] key() {
    byte[] key = known;
    if (key == null) {
      Attributes item = table.get(PK, SK);
      key = Base64.getDecoder().decode(item == null ? make() : item.requiredText(VALUE));
      known = key;
    }
    return key;
  }

  private String make() {
    byte[] bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    String value = Base64.getEncoder().encodeToString(bytes);
    Map<String, AttributeValue> item = NewItem.of(PK, SK).put(VALUE, value).item();
    try {
      table
          .client()
          .putItem(put ->
              put.tableName(table.name())
                  .item(item)
                  .conditionExpression("attribute_not_exists(pk)"));
      return value;
    } catch (ConditionalCheckFailedException somebodyWasFirst) {
      Attributes first = table.get(PK, SK);
      if (first == null) {
        throw new IllegalStateException("The key of participant ids vanished.", somebodyWasFirst);
      }
      return first.requiredText(VALUE);
    }
  }
}
