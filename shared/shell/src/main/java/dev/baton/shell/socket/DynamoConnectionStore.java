package dev.baton.shell.socket;

import dev.baton.shell.dynamo.Attributes;
import dev.baton.shell.dynamo.DynamoTable;
import dev.baton.shell.dynamo.NewItem;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * Connections. A row is put while its connection is opened, before anything else knows of it, and
 * is found by every frame. It goes by its time to live if nobody deletes it.
 */
public final class DynamoConnectionStore {
  private static final String SORT_KEY = "connection";
  private static final String SESSION_ID = "session_id";
  private static final String OPENED_AT = "opened_at";
  private static final String MALFORMED = "malformed";
  private static final String LIMITED = "limited";
  private static final String LIMITED_SINCE = "limited_since";
  private static final Duration KEPT = Duration.ofHours(3);
  private static final long MINUTE = 60_000;

  private final DynamoTable table;

  /** A store over the Sessions table. */
  public DynamoConnectionStore(DynamoTable table) {
    this.table = table;
  }

  /** Puts a connection. */
  public void put(Connection connection) {
    table.put(
        NewItem.of(partition(connection.id()), SORT_KEY)
            .put(SESSION_ID, connection.sessionId())
            .put(OPENED_AT, connection.openedAt())
            .put("ttl", connection.openedAt() / 1_000 + KEPT.toSeconds()));
  }

  /** The connection, or null. */
  public @Nullable Connection load(String connectionId) {
    Attributes item = table.get(partition(connectionId), SORT_KEY);
    return item == null
        ? null
        : new Connection(
            connectionId, item.requiredText(SESSION_ID), item.requiredNumber(OPENED_AT));
  }

  /** Deletes a connection, if it is there. */
  public void delete(String connectionId) {
    table.delete(partition(connectionId), SORT_KEY);
  }

  /** Counts a frame that cannot be read; answers how many there were, 0 for no connection. */
  public long countMalformed(String connectionId) {
    return add(connectionId, MALFORMED, null);
  }

  /** Counts a frame over its rate; answers how many there were in this minute. */
  public long countLimited(String connectionId, long now) {
    long again = add(connectionId, LIMITED, now - MINUTE);
    if (again > 0) {
      return again;
    }
    boolean first = beginMinute(connectionId, now);
    return first ? 1 : add(connectionId, LIMITED, now - MINUTE);
  }

  private long add(String connectionId, String counter, @Nullable Long after) {
    Map<String, String> names = new HashMap<>(Map.of("#count", counter));
    Map<String, AttributeValue> values = new HashMap<>(Map.of(":one", AttributeValue.fromN("1")));
    if (after != null) {
      names.put("#since", LIMITED_SINCE);
      values.put(":after", AttributeValue.fromN(Long.toString(after)));
    }
    try {
      Map<String, AttributeValue> counted =
          table
              .client()
              .updateItem(update ->
                  update
                      .tableName(table.name())
                      .key(DynamoTable.key(partition(connectionId), SORT_KEY))
                      .updateExpression("ADD #count :one")
                      .conditionExpression(
                          after == null ? "attribute_exists(pk)" : "#since > :after")
                      .expressionAttributeNames(names)
                      .expressionAttributeValues(values)
                      .returnValues(ReturnValue.UPDATED_NEW))
              .attributes();
      return Attributes.of(counted).requiredNumber(counter);
    } catch (ConditionalCheckFailedException otherwise) {
      return 0;
    }
  }

  /** False when another frame began the minute first, or the connection is gone. */
  private boolean beginMinute(String connectionId, long now) {
    try {
      table
          .client()
          .updateItem(update ->
              update
                  .tableName(table.name())
                  .key(DynamoTable.key(partition(connectionId), SORT_KEY))
                  .updateExpression("SET #count = :one, #since = :now")
                  .conditionExpression(
                      "attribute_exists(pk)"
                          + " AND (attribute_not_exists(#since) OR #since <= :after)")
                  .expressionAttributeNames(Map.of("#count", LIMITED, "#since", LIMITED_SINCE))
                  .expressionAttributeValues(
                      Map.of(
                          ":one", AttributeValue.fromN("1"),
                          ":after", AttributeValue.fromN(Long.toString(now - MINUTE)),
                          ":now", AttributeValue.fromN(Long.toString(now)))));
      return true;
    } catch (ConditionalCheckFailedException gone) {
      return false;
    }
  }

  private static String partition(String connectionId) {
    return "connection#" + DynamoTable.escape(connectionId);
  }
}
