package dev.baton.agent.store;

import dev.baton.shell.dynamo.Attributes;
import dev.baton.shell.dynamo.DynamoTable;
import dev.baton.shell.dynamo.NewItem;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The connection of a session that wants its events: one, as a session has one connection. Reads
 * are strongly consistent. Thread-safe.
 */
public final class DynamoSubscriptionStore {
  private static final Duration KEPT = Duration.ofHours(25);
  private static final String SORT_KEY = "socket";
  private static final String CONNECTION = "connection_id";
  private static final String LIVE = "live";
  private static final String THIS_ONE = "connection_id = :connection";

  private final DynamoTable table;
  private final InstantSource clock;

  /** A store over the Sessions table. */
  public DynamoSubscriptionStore(DynamoTable table, InstantSource clock) {
    this.table = table;
    this.clock = clock;
  }

  /** Who wants the events, or null. */
  public @Nullable Subscription find(String sessionId) {
    Attributes item = table.get(AgentKeys.session(sessionId), SORT_KEY);
    return item == null
        ? null
        : new Subscription(item.requiredText(CONNECTION), item.truth(LIVE, false));
  }

  /** From now on that connection wants them, which is not yet pushed to. */
  public void begin(String sessionId, String connectionId) {
    table.put(
        NewItem.of(AgentKeys.session(sessionId), SORT_KEY)
            .put(CONNECTION, connectionId)
            .put(LIVE, false)
            .put(AgentKeys.TTL, (Long) clock.instant().plus(KEPT).getEpochSecond()));
  }

  /**
   * From now on the connection is pushed to.
   *
   * @return false when another one has subscribed since
   */
  public boolean setLive(String sessionId, String connectionId) {
    return changed(() ->
        table
            .client()
            .updateItem(update ->
                update
                    .tableName(table.name())
                    .key(DynamoTable.key(AgentKeys.session(sessionId), SORT_KEY))
                    .updateExpression("SET live = :true")
                    .conditionExpression(THIS_ONE)
                    .expressionAttributeValues(
                        Map.of(
                            ":true", AttributeValue.fromBool(true),
                            ":connection", AttributeValue.fromS(connectionId)))));
  }

  /** The connection is gone; one that has subscribed since is left alone. */
  public void end(String sessionId, String connectionId) {
    changed(() ->
        table
            .client()
            .deleteItem(delete ->
                delete
                    .tableName(table.name())
                    .key(DynamoTable.key(AgentKeys.session(sessionId), SORT_KEY))
                    .conditionExpression(THIS_ONE)
                    .expressionAttributeValues(
                        Map.of(":connection", AttributeValue.fromS(connectionId)))));
  }

  private static boolean changed(Runnable write) {
    try {
      write.run();
      return true;
    } catch (ConditionalCheckFailedException other) {
      return false;
    }
  }
}
