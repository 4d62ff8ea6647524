package dev.baton.shell.room;

import dev.baton.shell.dynamo.DynamoTable;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Who is in a resource. Reads are strongly consistent, but for glances; whoever comes and goes is
 * written with their session, and only whether pushes reach them is written here.
 */
public final class DynamoMemberStore {
  private final DynamoTable table;

  /** A store over the Sessions table. */
  public DynamoMemberStore(DynamoTable table) {
    this.table = table;
  }

  /** Everybody, by session id. */
  public Roster roster(String resource) {
    return roster(resource, true);
  }

  /** The same at half the price; whoever came or went a moment ago may be wrong in it. */
  public Roster glance(String resource) {
    return roster(resource, false);
  }

  private Roster roster(String resource, boolean consistent) {
    QueryRequest query =
        table
            .beginningWith(MemberItems.partition(resource), MemberItems.PREFIX)
            .consistentRead(consistent)
            .build();
    return new Roster(
        table.all(query).stream().map(item -> MemberItems.read(resource, item)).toList());
  }

  /**
   * From now on pushes go to this connection. Whatever is appended later reaches it by a push,
   * whatever was appended before is in the log.
   *
   * @return false when the session has another connection now, or none
   */
  public boolean setLive(String resource, String sessionId, String connectionId) {
    try {
      table
          .client()
          .updateItem(update ->
              update
                  .tableName(table.name())
                  .key(
                      DynamoTable.key(
                          MemberItems.partition(resource), MemberItems.sortKey(sessionId)))
                  .updateExpression("SET #live = :true")
                  .conditionExpression("#connection = :connection")
                  .expressionAttributeNames(
                      Map.of("#live", MemberItems.LIVE, "#connection", MemberItems.CONNECTION))
                  .expressionAttributeValues(
                      Map.of(
                          ":true", AttributeValue.fromBool(true),
                          ":connection", AttributeValue.fromS(connectionId))));
      return true;
    } catch (ConditionalCheckFailedException gone) {
      return false;
    }
  }
}
