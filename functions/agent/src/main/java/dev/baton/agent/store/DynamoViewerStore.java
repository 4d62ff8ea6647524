package dev.baton.agent.store;

import dev.baton.agent.core.viewer.Viewer;
import dev.baton.shell.dynamo.Attributes;
import dev.baton.shell.dynamo.DynamoTable;
import dev.baton.shell.dynamo.NewItem;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The open streams of sessions, in the partition of each session. A row is deleted when its stream
 * ends and counts as gone at its time when nobody could. Reads are strongly consistent.
 * Thread-safe.
 */
public final class DynamoViewerStore {
  private static final String RUN_ID = "run_id";
  private static final String OPENED_AT = "opened_at";
  private static final String UNTIL = "until";

  /** Longer than the longest life of a session. */
  private static final Duration REMEMBERED = Duration.ofDays(2);

  private final DynamoTable table;

  /** A store over the Sessions table. */
  public DynamoViewerStore(DynamoTable table) {
    this.table = table;
  }

  /** Keeps a viewer. */
  public void open(Viewer viewer) {
    table.put(
        NewItem.of(AgentKeys.session(viewer.sessionId()), key(viewer.id()))
            .put("id", viewer.id())
            .put(RUN_ID, viewer.runId())
            .put(OPENED_AT, (Long) viewer.openedAt())
            .put(UNTIL, (Long) viewer.until())
            .put(AgentKeys.TTL, (Long) (viewer.until() / 1_000 + 1)));
  }

  /** Lets a viewer stay until then; nothing when it was closed. */
  public void extend(String sessionId, String viewerId, @Nullable String runId, long until) {
    String run = runId == null ? "" : ", run_id = :run";
    try {
      table
          .client()
          .updateItem(update ->
              update
                  .tableName(table.name())
                  .key(DynamoTable.key(AgentKeys.session(sessionId), key(viewerId)))
                  .updateExpression("SET #until = :until, #ttl = :ttl" + run)
                  .conditionExpression("attribute_exists(pk)")
                  .expressionAttributeNames(Map.of("#until", UNTIL, "#ttl", AgentKeys.TTL))
                  .expressionAttributeValues(values(runId, until)));
    } catch (ConditionalCheckFailedException closed) {
      // Its stream has ended meanwhile.
    }
  }

  /** Deletes a viewer, if it is there. */
  public void close(String sessionId, String viewerId) {
    table.delete(AgentKeys.session(sessionId), key(viewerId));
  }

  /** The viewers that are there, in no order that means anything. */
  public List<Viewer> live(String sessionId, long now) {
    return table
        .all(table.beginningWith(AgentKeys.session(sessionId), AgentKeys.VIEWER).build())
        .stream()
        .map(item -> viewer(sessionId, item))
        .filter(viewer -> viewer.isLive(now))
        .toList();
  }

  /** How many viewers are there. */
  public int countLive(String sessionId, long now) {
    return live(sessionId, now).size();
  }

  /** Keeps that a run had a viewer, for whoever goes on with it. */
  public void remember(String sessionId, String runId, long now) {
    long ttl = now / 1_000 + REMEMBERED.toSeconds();
    table.put(
        NewItem.of(AgentKeys.session(sessionId), watched(runId)).put(AgentKeys.TTL, (Long) ttl));
  }

  /** Whether that was kept. */
  public boolean hadViewer(String sessionId, String runId) {
    return table.get(AgentKeys.session(sessionId), watched(runId)) != null;
  }

  private static String watched(String runId) {
    return AgentKeys.WATCHED + DynamoTable.escape(runId);
  }

  private static Map<String, AttributeValue> values(@Nullable String runId, long until) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":until", AttributeValue.fromN(Long.toString(until)));
    values.put(":ttl", AttributeValue.fromN(Long.toString(until / 1_000 + 1)));
    if (runId != null) {
      values.put(":run", AttributeValue.fromS(runId));
    }
    return values;
  }

  private static Viewer viewer(String sessionId, Attributes item) {
    return new Viewer(
        item.requiredText("id"),
        sessionId,
        item.text(RUN_ID),
        item.requiredNumber(OPENED_AT),
        item.requiredNumber(UNTIL));
  }

  private static String key(String viewerId) {
    return AgentKeys.VIEWER + DynamoTable.escape(viewerId);
  }
}
