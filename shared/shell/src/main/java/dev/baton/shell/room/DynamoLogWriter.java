package dev.baton.shell.room;

import dev.baton.shell.dynamo.Attributes;
import dev.baton.shell.dynamo.DynamoTable;
import dev.baton.shell.time.Pause;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Appends to logs: number, item and the name used once in one transaction. Whoever loses the race
 * for a number tries again, at most eight times, after a pause of random length. Thread-safe.
 */
public final class DynamoLogWriter {
  private static final int TRIES = 8;
  private static final long FIRST_PAUSE = 40;
  private static final long LONGEST_PAUSE = 640;

  private static final Set<String> PASSING =
      Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

  private final DynamoTable table;
  private final LogSettings settings;
  private final InstantSource clock;
  private final Pause pause;
  private final SecureRandom random = new SecureRandom();

  /** A writer to the Sessions table. */
  public DynamoLogWriter(
      DynamoTable table, LogSettings settings, InstantSource clock, Pause pause) {
    this.table = table;
    this.settings = settings;
    this.clock = clock;
    this.pause = pause;
  }

  /** Appends an item. Whoever is told that it is appended finds it from then on. */
  public Appending append(NewEntry entry) {
    long longest = FIRST_PAUSE;
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      LogHead head = head(entry.resource());
      if (head == null && !entry.create()) {
        return new Appending.Absent();
      }
      Appending appending = attempt(entry, head);
      if (appending != null) {
        return appending;
      }
      pause.forDuration(Duration.ofMillis(random.nextLong(longest) + 1));
      longest = Math.min(longest * 2, LONGEST_PAUSE);
    }
    return new Appending.Busy();
  }

  /** Null when the race was lost. */
  private @Nullable Appending attempt(NewEntry entry, @Nullable LogHead head) {
    long now = clock.millis();
    long seq = head == null ? 1 : head.seq() + 1;
    long at = head == null ? now : Math.max(now, head.lastAt());
    NewEntry.Once once = entry.once();
    LogEntry next =
        new LogEntry(
            entry.resource(),
            seq,
            at,
            entry.type(),
            entry.body().of(seq, at),
            entry.authorId(),
            entry.sessionId(),
            once == null ? null : once.clientId());
    List<TransactWriteItem> all = new ArrayList<>();
    all.add(advance(next, head));
    all.add(put(next));
    if (once != null) {
      all.add(putOnce(once, next, now));
    }
    try {
      table.client().transactWriteItems(request -> request.transactItems(all));
      return new Appending.Appended(next);
    } catch (TransactionCanceledException cancelled) {
      return lost(cancelled, once);
    } catch (TransactionConflictException conflict) {
      return null;
    }
  }

  private TransactWriteItem advance(LogEntry next, @Nullable LogHead head) {
    Map<String, AttributeValue> values =
        Map.of(
            ":next", AttributeValue.fromN(Long.toString(next.seq())),
            ":at", AttributeValue.fromN(Long.toString(next.at())),
            ":before", AttributeValue.fromN(Long.toString(next.seq() - 1)));
    Update update =
        Update.builder()
            .tableName(table.name())
            .key(DynamoTable.key(MemberItems.partition(next.resource()), LogItems.HEAD))
            .updateExpression(
                "SET #seq = :next, #last = :at, #created = if_not_exists(#created, :at)")
            .conditionExpression(
                head == null ? "attribute_not_exists(pk) OR #seq = :before" : "#seq = :before")
            .expressionAttributeNames(
                Map.of(
                    "#seq",
                    LogItems.SEQ,
                    "#last",
                    LogItems.LAST_AT,
                    "#created",
                    LogItems.CREATED_AT))
            .expressionAttributeValues(values)
            .build();
    return TransactWriteItem.builder().update(update).build();
  }

  private TransactWriteItem put(LogEntry next) {
    Long expires =
        settings.retention().isZero() ? null : next.at() / 1_000 + settings.retention().toSeconds();
    Put put =
        Put.builder().tableName(table.name()).item(LogItems.entry(next, expires).item()).build();
    return TransactWriteItem.builder().put(put).build();
  }

  private TransactWriteItem putOnce(NewEntry.Once once, LogEntry next, long now) {
    long expires = now / 1_000 + settings.once().toSeconds();
    Put put =
        Put.builder()
            .tableName(table.name())
            .item(LogItems.onceItem(once, next, expires).item())
            .conditionExpression("attribute_not_exists(pk) OR #ttl <= :now")
            .expressionAttributeNames(Map.of("#ttl", LogItems.TTL))
            .expressionAttributeValues(
                Map.of(":now", AttributeValue.fromN(Long.toString(now / 1_000))))
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build();
    return TransactWriteItem.builder().put(put).build();
  }

  // The reasons stand in the order of the writes: head, entry, name.
  private static @Nullable Appending lost(
      TransactionCanceledException cancelled, NewEntry.@Nullable Once once) {
    List<CancellationReason> reasons = cancelled.cancellationReasons();
    if (once != null && failed(reasons.getLast())) {
      return LogItems.repeated(Attributes.of(reasons.getLast().item()), once);
    }
    boolean raced =
        failed(reasons.getFirst())
            || reasons.stream().anyMatch(reason -> PASSING.contains(reason.code()));
    if (!raced) {
      throw cancelled;
    }
    return null;
  }

  private static boolean failed(CancellationReason reason) {
    return "ConditionalCheckFailed".equals(reason.code());
  }

  private @Nullable LogHead head(String resource) {
    Attributes item = table.get(MemberItems.partition(resource), LogItems.HEAD);
    return item == null ? null : LogItems.head(item);
  }
}
