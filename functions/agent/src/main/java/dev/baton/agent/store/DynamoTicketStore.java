package dev.baton.agent.store;

import dev.baton.agent.core.access.Pass;
import dev.baton.agent.core.access.PassKind;
import dev.baton.shell.dynamo.Attributes;
import dev.baton.shell.dynamo.DynamoTable;
import dev.baton.shell.dynamo.NewItem;
import dev.baton.shell.session.IssuedToken;
import dev.baton.shell.session.Tokens;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Tickets and cookies, in the partition of their session: a secret is looked for only at the
 * session that the request names, under its hash. The secret itself is never stored. Reads are
 * strongly consistent. Thread-safe.
 */
public final class DynamoTicketStore {
  private static final String OWNER = "owner";
  private static final String RUN_ID = "run_id";
  private static final String USABLE_UNTIL = "usable_until";
  private static final String EXPIRES_AT = "expires_at";
  private static final String USED_AT = "used_at";

  private final DynamoTable table;
  private final Tokens tokens = new Tokens();

  /** A store over the Sessions table. */
  public DynamoTicketStore(DynamoTable table) {
    this.table = table;
  }

  /** Keeps a new pass under a fresh secret, which nobody can ask for again. */
  public IssuedToken issue(Pass pass) {
    IssuedToken secret = tokens.issue();
    table.put(item(pass, secret.hash()));
    return secret;
  }

  /** The pass of that kind to that session with that secret, or null. It may have expired. */
  public @Nullable Pass find(PassKind kind, String sessionId, String secret) {
    Attributes item = table.get(AgentKeys.session(sessionId), key(kind, Tokens.hash(secret)));
    return item == null
        ? null
        : new Pass(
            kind,
            sessionId,
            item.requiredText(OWNER),
            item.text(RUN_ID),
            item.requiredNumber(USABLE_UNTIL),
            item.requiredNumber(EXPIRES_AT),
            item.number(USED_AT));
  }

  /**
   * Uses a ticket for the first time.
   *
   * @param runId the run that it reaches and is bound to; null when there is none yet
   * @return {@link AgentSave#LOST} when it was used or revoked meanwhile
   */
  public AgentSave use(String sessionId, String secret, @Nullable String runId, long now) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":now", AttributeValue.fromN(Long.toString(now)));
    if (runId == null) {
      return update(
          sessionId,
          secret,
          "SET used_at = :now",
          "attribute_exists(pk) AND attribute_not_exists(used_at)",
          values);
    }
    values.put(":run", AttributeValue.fromS(runId));
    return update(
        sessionId,
        secret,
        "SET used_at = :now, run_id = :run",
        "attribute_exists(pk) AND attribute_not_exists(used_at)"
            + " AND (attribute_not_exists(run_id) OR run_id = :run)",
        values);
  }

  /**
   * Binds a used ticket, which had reached no run, to the run that it reaches now.
   *
   * @return {@link AgentSave#LOST} when it is bound to another run or was revoked
   */
  public AgentSave bind(String sessionId, String secret, String runId) {
    return update(
        sessionId,
        secret,
        "SET run_id = :run",
        "attribute_exists(used_at) AND (attribute_not_exists(run_id) OR run_id = :run)",
        Map.of(":run", AttributeValue.fromS(runId)));
  }

  /** Revokes the tickets of a session that were not used. */
  public void revokeUnused(String sessionId) {
    for (Attributes item : rows(sessionId, AgentKeys.TICKET)) {
      if (item.number(USED_AT) == null) {
        deleteUnused(sessionId, item.requiredText("sk"));
      }
    }
  }

  /** Revokes all tickets and cookies of a session. */
  public void revokeAll(String sessionId) {
    rows(sessionId, AgentKeys.TICKET).forEach(item -> delete(sessionId, item));
    rows(sessionId, AgentKeys.COOKIE).forEach(item -> delete(sessionId, item));
  }

  private Iterable<Attributes> rows(String sessionId, String prefix) {
    return table.all(table.beginningWith(AgentKeys.session(sessionId), prefix).build());
  }

  private void delete(String sessionId, Attributes item) {
    table.delete(AgentKeys.session(sessionId), item.requiredText("sk"));
  }

  private void deleteUnused(String sessionId, String sortKey) {
    try {
      table
          .client()
          .deleteItem(delete ->
              delete
                  .tableName(table.name())
                  .key(DynamoTable.key(AgentKeys.session(sessionId), sortKey))
                  .conditionExpression("attribute_not_exists(used_at)"));
    } catch (ConditionalCheckFailedException used) {
      // Used a moment ago: a stream is open with it and may resume.
    }
  }

  private AgentSave update(
      String sessionId,
      String secret,
      String change,
      String condition,
      Map<String, AttributeValue> values) {
    try {
      table
          .client()
          .updateItem(update ->
              update
                  .tableName(table.name())
                  .key(
                      DynamoTable.key(
                          AgentKeys.session(sessionId), key(PassKind.TICKET, Tokens.hash(secret))))
                  .updateExpression(change)
                  .conditionExpression(condition)
                  .expressionAttributeValues(values));
      return AgentSave.SAVED;
    } catch (ConditionalCheckFailedException lost) {
      return AgentSave.LOST;
    }
  }

  private static NewItem item(Pass pass, String hash) {
    return NewItem.of(AgentKeys.session(pass.sessionId()), key(pass.kind(), hash))
        .put(OWNER, pass.owner())
        .put(RUN_ID, pass.runId())
        .put(USABLE_UNTIL, (Long) pass.usableUntil())
        .put(EXPIRES_AT, (Long) pass.expiresAt())
        .put(AgentKeys.TTL, (Long) (pass.expiresAt() / 1_000 + 1));
  }

  private static String key(PassKind kind, String hash) {
    return switch (kind) {
      case TICKET -> AgentKeys.TICKET + hash;
      case COOKIE -> AgentKeys.COOKIE + hash;
    };
  }
}
