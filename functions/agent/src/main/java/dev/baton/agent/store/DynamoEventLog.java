package dev.baton.agent.store;

import dev.baton.agent.core.event.LoggedEvent;
import dev.baton.shell.dynamo.Attributes;
import dev.baton.shell.dynamo.DynamoTable;
import dev.baton.shell.dynamo.NewItem;
import dev.baton.shell.dynamo.StreamImage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The logs of agent sessions. A number is given once: whoever is second at a number is told so, and
 * that is all that keeps a worker which lost its lease from writing. Source: streaming
 * specification, section 8.
 */
public final class DynamoEventLog {
  private static final String FREE = "attribute_not_exists(pk)";
  private static final String FROM = "pk = :pk AND sk >= :sk";
  private static final String LAST = "last";
  private static final String RUN_ID = "run_id";
  private static final String EPOCH = "epoch";
  private static final String NONCE = "nonce";
  private static final String EVENTS = "events";

  /** The attribute of batches that are pushed: the session. */
  public static final String PUSHED = "pushed";

  private final DynamoTable table;
  private final Duration retention;
  private final InstantSource clock;

  /**
   * Logs in the Sessions table.
   *
   * @param retention how long an event is kept after it was appended
   */
  public DynamoEventLog(DynamoTable table, Duration retention, InstantSource clock) {
    this.table = table;
    this.retention = retention;
    this.clock = clock;
  }

  /**
   * Appends a batch. The same batch may be appended again when it is not known what became of it.
   *
   * @return false when somebody else has its numbers: the writer was given up
   */
  public boolean append(EventBatch batch) {
    try {
      table
          .client()
          .putItem(put ->
              put.tableName(table.name())
                  .item(item(batch).item())
                  .conditionExpression(FREE)
                  .returnValuesOnConditionCheckFailure(
                      ReturnValuesOnConditionCheckFailure.ALL_OLD));
      return true;
    } catch (ConditionalCheckFailedException taken) {
      Attributes there = Attributes.of(taken.item());
      return batch.nonce().equals(there.text(NONCE));
    }
  }

  /** The same as a part of a transaction. */
  TransactWriteItem appending(EventBatch batch) {
    return TransactWriteItem.builder()
        .put(put -> put.tableName(table.name()).item(item(batch).item()).conditionExpression(FREE))
        .build();
  }

  /**
   * Events behind a number, in order and without gaps, whole batches: at least one if there is any.
   *
   * @param after the number, 0 for the beginning
   * @param batches the most items to read
   * @param consistent whether everything that was appended before is certain to be seen
   */
  public List<LoggedEvent> after(String sessionId, long after, int batches, boolean consistent) {
    // Batches that begin before the number may reach beyond it.
    long first = Math.max(1, after + 2 - EventBatch.MOST);
    return read(sessionId, after, first, batches + EventBatch.MOST, consistent);
  }

  /**
   * The same behind the last event of a batch: nothing is read again, which is what a reader that
   * follows the log for long pays for.
   */
  public List<LoggedEvent> behind(String sessionId, long end, int batches, boolean consistent) {
    return read(sessionId, end, end + 1, batches, consistent);
  }

  /** All events of a run, in order, everything that was appended before included. */
  public List<LoggedEvent> ofRun(String sessionId, String runId, long firstSeq) {
    List<LoggedEvent> events = new ArrayList<>();
    // A run begins with a batch of its own.
    QueryRequest query = from(sessionId, firstSeq, true).build();
    for (Map<String, AttributeValue> item : table.client().queryPaginator(query).items()) {
      for (LoggedEvent event : events(Attributes.of(item))) {
        if (event.seq() >= firstSeq && event.runId().equals(runId)) {
          events.add(event);
        }
      }
    }
    return events;
  }

  /** The number of the last event, 0 when there is none or none is kept. */
  public long last(String sessionId) {
    QueryRequest query =
        table
            .beginningWith(AgentKeys.log(sessionId), AgentKeys.EVENT)
            .scanIndexForward(false)
            .limit(1)
            .build();
    return table.client().query(query).items().stream()
        .mapToLong(item -> Attributes.of(item).requiredNumber(LAST))
        .findFirst()
        .orElse(0);
  }

  private List<LoggedEvent> read(
      String sessionId, long after, long first, int items, boolean consistent) {
    List<LoggedEvent> events = once(sessionId, after, first, items, consistent);
    boolean gap = !events.isEmpty() && events.getFirst().seq() != after + 1;
    return gap && !consistent ? once(sessionId, after, first, items, true) : events;
  }

  private List<LoggedEvent> once(
      String sessionId, long after, long first, int items, boolean consistent) {
    List<LoggedEvent> events = new ArrayList<>();
    QueryRequest query = from(sessionId, first, consistent).limit(items).build();
    for (Map<String, AttributeValue> item : table.client().query(query).items()) {
      for (LoggedEvent event : events(Attributes.of(item))) {
        boolean next = events.isEmpty() || event.seq() == events.getLast().seq() + 1;
        if (event.seq() > after && next) {
          events.add(event);
        }
      }
    }
    return events;
  }

  private QueryRequest.Builder from(String sessionId, long first, boolean consistent) {
    return QueryRequest.builder()
        .tableName(table.name())
        .consistentRead(consistent)
        .keyConditionExpression(FROM)
        .expressionAttributeValues(
            Map.of(
                ":pk", AttributeValue.fromS(AgentKeys.log(sessionId)),
                ":sk", AttributeValue.fromS(AgentKeys.event(first))));
  }

  private NewItem item(EventBatch batch) {
    NewItem item =
        NewItem.of(AgentKeys.log(batch.sessionId()), AgentKeys.event(batch.first()))
            .put(LAST, (Long) batch.last())
            .put(RUN_ID, batch.runId())
            .put(EPOCH, (Long) batch.epoch())
            .put(NONCE, batch.nonce())
            .put(EVENTS, batch.events().stream().map(LoggedEvent::text).toList())
            .put(AgentKeys.TTL, (Long) clock.instant().plus(retention).getEpochSecond());
    return batch.pushed() ? item.put(PUSHED, batch.sessionId()) : item;
  }

  /**
   * The events that a record of the table's stream brings for a socket; empty when it brings none.
   */
  public static List<LoggedEvent> pushed(StreamImage image) {
    Long last = image.number(LAST);
    String runId = image.text(RUN_ID);
    return last == null || runId == null || image.text(PUSHED) == null
        ? List.of()
        : placed(runId, image.texts(EVENTS), last);
  }

  private static List<LoggedEvent> events(Attributes item) {
    return placed(item.requiredText(RUN_ID), item.texts(EVENTS), item.requiredNumber(LAST));
  }

  private static List<LoggedEvent> placed(String runId, List<String> texts, long last) {
    long seq = last - texts.size() + 1;
    List<LoggedEvent> events = new ArrayList<>();
    for (String text : texts) {
      events.add(LoggedEvent.stored(seq, runId, text));
      seq++;
    }
    return events;
  }
}
