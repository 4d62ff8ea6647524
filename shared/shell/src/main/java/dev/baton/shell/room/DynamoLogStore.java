package dev.baton.shell.room;

import dev.baton.core.sequence.Paging;
import dev.baton.core.sequence.Reading;
import dev.baton.core.sequence.SequencePage;
import dev.baton.shell.dynamo.Attributes;
import dev.baton.shell.dynamo.DynamoTable;
import dev.baton.shell.dynamo.NewItem;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * Logs with gapless numbers. An item gets its number in the transaction that stores it, so that no
 * number without item is ever seen and nobody reads a number before the one below it. Reads are
 * strongly consistent. Items past their retention are gone, whether the table has removed them or
 * not.
 */
public final class DynamoLogStore {
  private final DynamoTable table;
  private final InstantSource clock;

  /** A store over the Sessions table. */
  public DynamoLogStore(DynamoTable table, InstantSource clock) {
    this.table = table;
    this.clock = clock;
  }

  /** The head of a resource's log, or null when the resource does not exist. */
  public @Nullable LogHead head(String resource) {
    Attributes item = table.get(MemberItems.partition(resource), LogItems.HEAD);
    return item == null ? null : LogItems.head(item);
  }

  /** The head of a resource's log, which comes into being if it does not exist. */
  public LogHead headOrNew(String resource) {
    LogHead head = head(resource);
    if (head != null) {
      return head;
    }
    NewItem item =
        NewItem.of(MemberItems.partition(resource), LogItems.HEAD)
            .put(LogItems.SEQ, 0L)
            .put(LogItems.LAST_AT, clock.millis())
            .put(LogItems.CREATED_AT, clock.millis());
    try {
      table
          .client()
          .putItem(put ->
              put.tableName(table.name())
                  .item(item.item())
                  .conditionExpression("attribute_not_exists(pk)"));
      return LogHead.open(0, clock.millis());
    } catch (ConditionalCheckFailedException | TransactionConflictException somebodyWasFirst) {
      LogHead first = head(resource);
      return first == null ? LogHead.open(0, clock.millis()) : first;
    }
  }

  /**
   * A page of a log.
   *
   * @param reading what was asked, decided with the last number of a head that was read before
   * @param lastSeq that number
   */
  public SequencePage<LogEntry> page(String resource, Reading reading, long lastSeq) {
    return switch (reading) {
      case Reading.Invalid() -> new SequencePage.Invalid<>();
      case Reading.After after ->
          Paging.after(
              after, after(resource, after.seq(), after.limit() + 1), LogEntry::seq, lastSeq);
      case Reading.Newest(int limit) ->
          Paging.newest(newest(resource, limit), LogEntry::seq, lastSeq);
    };
  }

  /** Items after a number that are kept, ascending. */
  public List<LogEntry> after(String resource, long seq, int most) {
    return kept(
        table
            .beginningWith(MemberItems.partition(resource), LogItems.ENTRY)
            .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :to")
            .expressionAttributeValues(
                Map.of(
                    ":pk", AttributeValue.fromS(MemberItems.partition(resource)),
                    ":from", AttributeValue.fromS(LogItems.entryKey(seq + 1)),
                    ":to", AttributeValue.fromS(LogItems.ENTRY + "~"))),
        most);
  }

  private List<LogEntry> newest(String resource, int most) {
    QueryRequest.Builder query =
        table
            .beginningWith(MemberItems.partition(resource), LogItems.ENTRY)
            .scanIndexForward(false);
    return kept(query, most).reversed();
  }

  private List<LogEntry> kept(QueryRequest.Builder query, int most) {
    long now = clock.millis() / 1_000;
    List<LogEntry> entries = new ArrayList<>();
    for (var page : table.client().queryPaginator(query.limit(most).build())) {
      for (Map<String, AttributeValue> item : page.items()) {
        Attributes attributes = Attributes.of(item);
        Long expires = attributes.number(LogItems.TTL);
        if (expires == null || expires > now) {
          entries.add(LogItems.entry(attributes));
        }
        if (entries.size() == most) {
          return entries;
        }
      }
    }
    return entries;
  }

  /**
   * Counts the items after a number.
   *
   * @param seq the number, such as the one at which a session began
   * @param sessionId counts those that came over this session
   * @param participantId counts those of others
   * @param until counts what was appended before, milliseconds since 1970
   */
  public Counts count(
      String resource, long seq, String sessionId, String participantId, long until) {
    QueryRequest query =
        table
            .beginningWith(MemberItems.partition(resource), LogItems.ENTRY)
            .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :to")
            .projectionExpression("session_id, author_id")
            .filterExpression("#at < :until")
            .expressionAttributeNames(Map.of("#at", LogItems.AT))
            .expressionAttributeValues(
                Map.of(
                    ":until", AttributeValue.fromN(Long.toString(until)),
                    ":pk", AttributeValue.fromS(MemberItems.partition(resource)),
                    ":from", AttributeValue.fromS(LogItems.entryKey(seq + 1)),
                    ":to", AttributeValue.fromS(LogItems.ENTRY + "~")))
            .build();
    long sent = 0;
    long ofOthers = 0;
    for (Map<String, AttributeValue> item : table.client().queryPaginator(query).items()) {
      Attributes attributes = Attributes.of(item);
      sent += sessionId.equals(attributes.text("session_id")) ? 1 : 0;
      ofOthers += participantId.equals(attributes.text(LogItems.AUTHOR)) ? 0 : 1;
    }
    return new Counts(sent, ofOthers);
  }

  /**
   * Items counted.
   *
   * @param sent those of one session
   * @param ofOthers those of other participants
   */
  public record Counts(long sent, long ofOthers) {}
}
