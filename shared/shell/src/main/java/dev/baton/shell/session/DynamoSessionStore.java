package dev.baton.shell.session;

import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.core.session.Session;
import dev.baton.core.session.SessionDecision;
import dev.baton.core.session.SessionEffect;
import dev.baton.core.session.SessionEffectJson;
import dev.baton.core.session.SessionJson;
import dev.baton.shell.dynamo.Attributes;
import dev.baton.shell.dynamo.DynamoTable;
import dev.baton.shell.json.JsonReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * Sessions. A decision is written in one transaction, on the condition that nobody has written
 * since the session was read: the session with the effects of this very write, its place among the
 * members of its resource, and its place among its owner's live sessions. Reads are strongly
 * consistent.
 */
public final class DynamoSessionStore {
  private static final int DEEPEST_BODY = 50;
  private static final String STILL_THERE = "attribute_not_exists(#ttl) OR #ttl > :now";

  private final DynamoTable table;
  private final SessionRows rows;
  private final JsonReader reader = JsonReader.keepingDuplicates(DEEPEST_BODY);

  /** A store over the Sessions table. */
  public DynamoSessionStore(DynamoTable table) {
    this.table = table;
    this.rows = new SessionRows(table.name());
  }

  /** The session, or null. */
  public @Nullable Session load(String sessionId) {
    Attributes item = table.get(SessionRows.partition(sessionId), SessionRows.SORT_KEY);
    return item == null ? null : ofBody(item.requiredText(SessionRows.BODY));
  }

  /** The session of a body that this store wrote. */
  public Session ofBody(String body) {
    return SessionJson.fromJson((JsonObject) reader.readOwn(body));
  }

  /** The effects that this store wrote with a session. */
  public List<SessionEffect> ofEffects(String effects) {
    return SessionEffectJson.fromJson((JsonArray) reader.readOwn(effects));
  }

  /**
   * Writes a new session in the seat of its profile.
   *
   * @param endOfLife when it is over at the latest, milliseconds since 1970
   */
  public SessionSave create(SessionDecision decision, long endOfLife) {
    String write = UUID.randomUUID().toString();
    return write(write, rows.created(decision, write, endOfLife));
  }

  /** Writes what a decision changed. It must have something to write. */
  public SessionSave save(Session before, SessionDecision decision) {
    String write = UUID.randomUUID().toString();
    SessionSave save = write(write, rows.changed(before, decision, write));
    return save instanceof SessionSave.SeatTaken
        ? write(write, rows.moved(before, decision, write))
        : save;
  }

  /** The live sessions of an owner. */
  public List<OwnedSession> ofOwner(String owner, long now) {
    return table.all(ownedAt(owner, now).build()).stream().map(SessionRows::owned).toList();
  }

  /** The seats of an owner's live sessions. */
  Set<String> seatsOfOwner(String owner, long now) {
    QueryRequest query = ownedAt(owner, now).projectionExpression("sk").build();
    return table.all(query).stream()
        .map(item -> item.requiredText("sk").substring(SessionRows.OWNED.length()))
        .collect(Collectors.toSet());
  }

  private QueryRequest.Builder ownedAt(String owner, long now) {
    return table
        .beginningWith(SessionRows.owner(owner), SessionRows.OWNED)
        .filterExpression(STILL_THERE)
        .expressionAttributeNames(Map.of("#ttl", SessionRows.TTL))
        .expressionAttributeValues(
            Map.of(
                ":pk", AttributeValue.fromS(SessionRows.owner(owner)),
                ":prefix", AttributeValue.fromS(SessionRows.OWNED),
                ":now", AttributeValue.fromN(Long.toString(now / 1_000))));
  }

  private SessionSave write(String write, List<TransactWriteItem> all) {
    try {
      table.client().transactWriteItems(request -> request.transactItems(all));
      return new SessionSave.Saved();
    } catch (TransactionCanceledException cancelled) {
      return cancelled(write, cancelled);
    } catch (TransactionConflictException conflict) {
      return new SessionSave.Lost(null);
    }
  }

  private SessionSave cancelled(String write, TransactionCanceledException cancelled) {
    List<CancellationReason> reasons = cancelled.cancellationReasons();
    for (CancellationReason reason : reasons) {
      switch (String.valueOf(reason.code())) {
        case "ConditionalCheckFailed" -> {
          // The session goes first, and beside it only seats have a condition.
          return reason == reasons.getFirst()
              ? lost(write, Attributes.of(reason.item()))
              : new SessionSave.SeatTaken();
        }
        case "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded" -> {
          return new SessionSave.Lost(null);
        }
        default -> {
          // Whatever else cancelled it is a fault, unless a later reason says otherwise.
        }
      }
    }
    throw cancelled;
  }

  // A write whose answer was lost is repeated by the SDK, and then finds itself.
  private SessionSave lost(String write, Attributes current) {
    String body = current.text(SessionRows.BODY);
    if (body == null) {
      return new SessionSave.Lost(null);
    }
    boolean ours = write.equals(current.text(SessionRows.WRITE));
    return ours ? new SessionSave.Saved() : new SessionSave.Lost(ofBody(body));
  }
}
