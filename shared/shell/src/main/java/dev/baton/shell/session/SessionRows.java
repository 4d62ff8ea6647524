package dev.baton.shell.session;

import dev.baton.core.session.Ending;
import dev.baton.core.session.Session;
import dev.baton.core.session.SessionDecision;
import dev.baton.core.session.SessionEffectJson;
import dev.baton.core.session.SessionJson;
import dev.baton.core.session.SessionProfile;
import dev.baton.shell.dynamo.Attributes;
import dev.baton.shell.dynamo.DynamoTable;
import dev.baton.shell.dynamo.NewItem;
import dev.baton.shell.room.MemberItems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The rows that one decision writes, as one transaction. */
final class SessionRows {
  static final String SORT_KEY = "session";
  static final String BODY = "body";
  static final String WRITE = "write_id";
  static final String TTL = "ttl";
  static final String OWNED = "session#";
  static final String EFFECTS = "effects";
  private static final String KEY_ID = "key_id";
  private static final String RESOURCE = "resource";
  private static final String SESSION_ID = "session_id";
  private static final long KEPT_SECONDS = Duration.ofDays(7).toSeconds();

  private final String table;

  SessionRows(String table) {
    this.table = table;
  }

  static String partition(String sessionId) {
    return OWNED + DynamoTable.escape(sessionId);
  }

  static String owner(String owner) {
    return "owner#" + DynamoTable.escape(owner);
  }

  static OwnedSession owned(Attributes item) {
    return new OwnedSession(
        item.requiredText(SESSION_ID), item.requiredText(RESOURCE), item.requiredText(KEY_ID));
  }

  /** The session, and the seat that nobody may have. */
  List<TransactWriteItem> created(SessionDecision decision, String write, long endOfLife) {
    SessionProfile profile = decision.next().profile();
    NewItem owned =
        NewItem.of(owner(profile.ownerId()), OWNED + profile.seat())
            .put(SESSION_ID, profile.sessionId())
            .put(RESOURCE, profile.resource())
            .put(KEY_ID, profile.keyId())
            .put(TTL, endOfLife / 1_000);
    Put put =
        Put.builder()
            .tableName(table)
            .item(owned.item())
            .conditionExpression("attribute_not_exists(pk) OR #ttl <= :now")
            .expressionAttributeNames(Map.of("#ttl", TTL))
            .expressionAttributeValues(
                Map.of(":now", AttributeValue.fromN(Long.toString(profile.createdAt() / 1_000))))
            .build();
    return List.of(session(decision, write), TransactWriteItem.builder().put(put).build());
  }

  /** What a decision changed, its seat included if the session ended. */
  List<TransactWriteItem> changed(Session before, SessionDecision decision, String write) {
    List<TransactWriteItem> all = new ArrayList<>(moved(before, decision, write));
    if (before.state().isLive() && !decision.next().state().isLive()) {
      all.add(leave(decision.next().profile()));
    }
    return all;
  }

  /** What a decision changed, but for the seat. */
  List<TransactWriteItem> moved(Session before, SessionDecision decision, String write) {
    Session next = decision.next();
    SessionProfile profile = next.profile();
    List<TransactWriteItem> all = new ArrayList<>();
    all.add(session(decision, write));
    if (decision.movesMember()) {
      if (next.state().isPresent()) {
        all.add(put(MemberItems.write(next)));
      } else if (before.state().isPresent()) {
        String resource = MemberItems.partition(profile.resource());
        all.add(delete(resource, MemberItems.sortKey(profile.sessionId())));
      }
    }
    return all;
  }

  // A seat past its time may be another's already, when the end is noted late.
  private TransactWriteItem leave(SessionProfile profile) {
    Delete delete =
        Delete.builder()
            .tableName(table)
            .key(DynamoTable.key(owner(profile.ownerId()), OWNED + profile.seat()))
            .conditionExpression("attribute_not_exists(pk) OR #session = :session")
            .expressionAttributeNames(Map.of("#session", SESSION_ID))
            .expressionAttributeValues(
                Map.of(":session", AttributeValue.fromS(profile.sessionId())))
            .build();
    return TransactWriteItem.builder().delete(delete).build();
  }

  private TransactWriteItem session(SessionDecision decision, String write) {
    Session next = decision.next();
    long before = next.version() - 1;
    Put.Builder put =
        Put.builder()
            .tableName(table)
            .item(item(decision, write).item())
            .conditionExpression(before == 0 ? "attribute_not_exists(pk)" : "version = :version")
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
    if (before > 0) {
      put.expressionAttributeValues(
          Map.of(":version", AttributeValue.fromN(Long.toString(before))));
    }
    return TransactWriteItem.builder().put(put.build()).build();
  }

  private static NewItem item(SessionDecision decision, String write) {
    Session next = decision.next();
    Ending ending = next.ending();
    long over = (ending == null ? next.deadline() : ending.at()) / 1_000;
    String effects =
        decision.effects().isEmpty() ? null : SessionEffectJson.toJson(decision.effects()).write();
    return NewItem.of(partition(next.id()), SORT_KEY)
        .put("version", next.version())
        .put("state", next.state().wireName())
        .put("owner", next.profile().ownerId())
        .put(WRITE, write)
        .put(EFFECTS, effects)
        .put(TTL, over + KEPT_SECONDS)
        .put(BODY, SessionJson.toJson(next).write());
  }

  private TransactWriteItem put(NewItem item) {
    Put put = Put.builder().tableName(table).item(item.item()).build();
    return TransactWriteItem.builder().put(put).build();
  }

  private TransactWriteItem delete(String pk, String sk) {
    Delete delete = Delete.builder().tableName(table).key(DynamoTable.key(pk, sk)).build();
    return TransactWriteItem.builder().delete(delete).build();
  }
}
