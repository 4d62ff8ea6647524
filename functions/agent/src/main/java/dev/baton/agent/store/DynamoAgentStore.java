package dev.baton.agent.store;

import dev.baton.agent.core.conversation.Message;
import dev.baton.agent.core.run.Run;
import dev.baton.agent.core.session.AgentSession;
import dev.baton.shell.dynamo.Attributes;
import dev.baton.shell.dynamo.DynamoTable;
import dev.baton.shell.dynamo.NewItem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * Agent sessions, their runs and their messages. A session or run is written on the condition that
 * nobody has written it since it was read; what a decision changes is one transaction. Reads are
 * strongly consistent. Thread-safe.
 */
public final class DynamoAgentStore {
  private static final String FREE = "attribute_not_exists(pk)";
  private static final int LARGEST_MESSAGE = 350_000;

  /** How long rows are kept after a session was made: its longest life and a week. */
  private static final Duration KEPT = Duration.ofDays(8);

  private final DynamoTable table;
  private final DynamoEventLog log;

  /** A store over the Sessions table. */
  public DynamoAgentStore(DynamoTable table, DynamoEventLog log) {
    this.table = table;
    this.log = log;
  }

  /** The session, or null. */
  public @Nullable AgentSession session(String sessionId) {
    Attributes item = table.get(AgentKeys.session(sessionId), AgentKeys.SESSION);
    return item == null ? null : AgentItems.session(item);
  }

  /** The same, but somebody else's session is like none. */
  public @Nullable AgentSession sessionOf(String sessionId, String owner) {
    AgentSession session = session(sessionId);
    return session == null || !session.owner().equals(owner) ? null : session;
  }

  /** The run, or null. */
  public @Nullable Run run(String sessionId, String runId) {
    Attributes item = table.get(AgentKeys.session(sessionId), AgentKeys.run(runId));
    return item == null ? null : AgentItems.run(item);
  }

  /** The run that asked for that approval, or null; the latest runs are looked at first. */
  public @Nullable Run runOfApproval(String sessionId, String approvalId) {
    AgentSession session = session(sessionId);
    String latest = session == null ? null : session.latestRun();
    Run run = latest == null ? null : run(sessionId, latest);
    if (run != null && run.hasApproval(approvalId)) {
      return run;
    }
    return table
        .all(table.beginningWith(AgentKeys.session(sessionId), AgentKeys.RUN).build())
        .stream()
        .map(AgentItems::run)
        .filter(each -> each.hasApproval(approvalId))
        .findFirst()
        .orElse(null);
  }

  /** What that id of the caller's led to, or null. */
  public @Nullable ClientRequest request(String sessionId, String clientRequestId) {
    Attributes item = table.get(AgentKeys.session(sessionId), AgentKeys.request(clientRequestId));
    return item == null ? null : AgentItems.request(item);
  }

  /** All messages of a session, in order. */
  public List<Message> messages(String sessionId) {
    return table
        .all(table.beginningWith(AgentKeys.session(sessionId), AgentKeys.MESSAGE).build())
        .stream()
        .map(AgentItems::message)
        .toList();
  }

  /** The last message of a session, or null. */
  public @Nullable Message lastMessage(String sessionId) {
    return table
        .client()
        .query(
            table
                .beginningWith(AgentKeys.session(sessionId), AgentKeys.MESSAGE)
                .scanIndexForward(false)
                .limit(1)
                .build())
        .items()
        .stream()
        .map(item -> AgentItems.message(Attributes.of(item)))
        .findFirst()
        .orElse(null);
  }

  /** The runs of an owner that have not ended. */
  public int inflightOf(String owner) {
    return table
        .client()
        .queryPaginator(
            table
                .beginningWith(AgentKeys.owner(owner), AgentKeys.INFLIGHT)
                .select(Select.COUNT)
                .build())
        .stream()
        .mapToInt(page -> page.count())
        .sum();
  }

  /** Writes a session: a new one when its version is 1. */
  public AgentSave save(AgentSession session) {
    return write(List.of(put(session)));
  }

  /**
   * Writes the begin of a run.
   *
   * @param session the session as the begin leaves it
   * @param messages what is said with it
   * @param request the caller's id of the request; null when it has none
   */
  public AgentSave begin(
      AgentSession session,
      Run run,
      List<Message> messages,
      EventBatch started,
      @Nullable ClientRequest request) {
    List<TransactWriteItem> all = new ArrayList<>();
    all.add(put(session));
    all.add(put(run, session.createdAt()));
    all.add(log.appending(started));
    all.add(put(inflight(run), session.createdAt(), null));
    messages.forEach(message -> all.add(put(session, message)));
    if (request != null) {
      all.add(put(AgentItems.request(session.sessionId(), request), session.createdAt(), FREE));
    }
    return write(all);
  }

  /** Writes what a decision made of a run that goes on. */
  public AgentSave save(
      AgentSession session, Run run, List<Message> messages, List<EventBatch> events) {
    List<TransactWriteItem> all = new ArrayList<>();
    all.add(put(run, session.createdAt()));
    messages.forEach(message -> all.add(put(session, message)));
    events.forEach(batch -> all.add(log.appending(batch)));
    return write(all);
  }

  /**
   * Writes the end of a run.
   *
   * @param session the session as the end leaves it
   */
  public AgentSave end(
      AgentSession session, Run run, List<Message> messages, List<EventBatch> events) {
    List<TransactWriteItem> all = new ArrayList<>();
    all.add(put(session));
    all.add(put(run, session.createdAt()));
    messages.forEach(message -> all.add(put(session, message)));
    events.forEach(batch -> all.add(log.appending(batch)));
    all.add(
        TransactWriteItem.builder()
            .delete(delete ->
                delete
                    .tableName(table.name())
                    .key(DynamoTable.key(AgentKeys.owner(run.terms().owner()), inflightKey(run))))
            .build());
    return write(all);
  }

  /** Whether a message can be kept: an item has room for 400 KB, its other attributes included. */
  public static boolean fits(Message message) {
    return AgentItems.size(message) <= LARGEST_MESSAGE;
  }

  private static NewItem inflight(Run run) {
    return NewItem.of(AgentKeys.owner(run.terms().owner()), inflightKey(run))
        .put("session_id", run.sessionId());
  }

  private static String inflightKey(Run run) {
    return AgentKeys.INFLIGHT + DynamoTable.escape(run.id());
  }

  private TransactWriteItem put(AgentSession session) {
    return put(AgentItems.session(session), session.createdAt(), session.version());
  }

  private TransactWriteItem put(Run run, long createdAt) {
    return put(AgentItems.run(run), createdAt, run.version());
  }

  private TransactWriteItem put(AgentSession session, Message message) {
    NewItem item = AgentItems.message(session.sessionId(), message);
    return put(item, session.createdAt(), FREE);
  }

  private TransactWriteItem put(NewItem item, long createdAt, long version) {
    if (version == 1) {
      return put(item, createdAt, FREE);
    }
    Put put =
        builder(item, createdAt)
            .conditionExpression("version = :before")
            .expressionAttributeValues(
                Map.of(":before", AttributeValue.fromN(Long.toString(version - 1))))
            .build();
    return TransactWriteItem.builder().put(put).build();
  }

  private TransactWriteItem put(NewItem item, long createdAt, @Nullable String condition) {
    Put put = builder(item, createdAt).conditionExpression(condition).build();
    return TransactWriteItem.builder().put(put).build();
  }

  private Put.Builder builder(NewItem item, long createdAt) {
    long ttl = (createdAt + KEPT.toMillis()) / 1_000;
    return Put.builder().tableName(table.name()).item(item.put(AgentKeys.TTL, (Long) ttl).item());
  }

  /** The SDK gives each transaction a token, so one whose answer was lost is not done twice. */
  private AgentSave write(List<TransactWriteItem> all) {
    try {
      table.client().transactWriteItems(request -> request.transactItems(all));
      return AgentSave.SAVED;
    } catch (TransactionConflictException conflict) {
      return AgentSave.LOST;
    } catch (TransactionCanceledException cancelled) {
      if (cancelled.cancellationReasons().stream().anyMatch(reason -> isLost(reason.code()))) {
        return AgentSave.LOST;
      }
      throw cancelled;
    }
  }

  private static boolean isLost(@Nullable String code) {
    return switch (Objects.requireNonNullElse(code, "")) {
      case "ConditionalCheckFailed",
          "TransactionConflict",
          "ThrottlingError",
          "ProvisionedThroughputExceeded" ->
          true;
      default -> false;
    };
  }
}
