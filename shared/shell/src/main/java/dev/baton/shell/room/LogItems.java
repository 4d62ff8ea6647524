package dev.baton.shell.room;

import dev.baton.core.json.JsonObject;
import dev.baton.shell.dynamo.Attributes;
import dev.baton.shell.dynamo.DynamoTable;
import dev.baton.shell.dynamo.NewItem;
import dev.baton.shell.dynamo.StreamImage;
import dev.baton.shell.json.JsonReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Heads, entries and names used once as items of the Sessions table. */
public final class LogItems {
  static final String HEAD = "head";
  static final String SEQ = "seq";
  static final String LAST_AT = "last_at";
  static final String ALLOW = "allow";
  static final String HOST = "host";
  static final String CREATED_AT = "created_at";
  static final String TTL = "ttl";
  static final String ENTRY = "entry#";
  static final String ONCE = "once";
  static final String CONTENT = "content_hash";
  static final String AUTHOR = "author_id";
  private static final String RESOURCE = "resource";
  static final String AT = "at";
  private static final String TYPE = "type";
  private static final String BODY = "body";
  private static final String SESSION = "session_id";
  private static final String CLIENT = "client_id";
  private static final JsonReader READER = JsonReader.keepingDuplicates(50);

  private LogItems() {}

  /** The entry of a stream's image, or null when it is another kind of item. */
  public static @Nullable LogEntry of(StreamImage image) {
    String sk = image.text("sk");
    String resource = image.text(RESOURCE);
    String body = image.text(BODY);
    String type = image.text(TYPE);
    String author = image.text(AUTHOR);
    Long seq = image.number(SEQ);
    Long at = image.number(AT);
    if (sk == null || !sk.startsWith(ENTRY) || resource == null || body == null) {
      return null;
    }
    return type != null && author != null && seq != null && at != null
        ? new LogEntry(
            resource, seq, at, type, object(body), author, image.text(SESSION), image.text(CLIENT))
        : null;
  }

  static String entryKey(long seq) {
    return ENTRY + "%012d".formatted(seq);
  }

  static String once(String resource, NewEntry.Once once) {
    return "once#"
        + DynamoTable.escape(once.owner())
        + "#"
        + DynamoTable.escape(resource)
        + "#"
        + DynamoTable.escape(once.clientId());
  }

  static LogHead head(Attributes item) {
    Long lastAt = item.number(LAST_AT);
    return new LogHead(
        item.requiredNumber(SEQ), lastAt == null ? 0 : lastAt, allowed(item), item.text(HOST));
  }

  /** The owners who may enter; null for everybody. */
  static @Nullable List<String> allowed(Attributes item) {
    AttributeValue allow = item.item().get(ALLOW);
    return allow == null || !allow.hasL()
        ? null
        : allow.l().stream().map(AttributeValue::s).toList();
  }

  static NewItem entry(LogEntry entry, @Nullable Long expires) {
    return NewItem.of(MemberItems.partition(entry.resource()), entryKey(entry.seq()))
        .put(RESOURCE, entry.resource())
        .put(SEQ, entry.seq())
        .put(AT, entry.at())
        .put(TYPE, entry.type())
        .put(BODY, entry.body().write())
        .put(AUTHOR, entry.authorId())
        .put(SESSION, entry.sessionId())
        .put(CLIENT, entry.clientId())
        .put(TTL, expires);
  }

  static LogEntry entry(Attributes item) {
    return new LogEntry(
        item.requiredText(RESOURCE),
        item.requiredNumber(SEQ),
        item.requiredNumber(AT),
        item.requiredText(TYPE),
        object(item.requiredText(BODY)),
        item.requiredText(AUTHOR),
        item.text(SESSION),
        item.text(CLIENT));
  }

  static NewItem onceItem(NewEntry.Once once, LogEntry entry, long expires) {
    return NewItem.of(once(entry.resource(), once), ONCE)
        .put(CONTENT, once.contentHash())
        .put(BODY, entry.body().write())
        .put(TTL, expires);
  }

  /** What a name used before says of the same name used again. */
  static Appending repeated(Attributes item, NewEntry.Once once) {
    return once.contentHash().equals(item.text(CONTENT))
        ? new Appending.Duplicate(object(item.requiredText(BODY)))
        : new Appending.Reused();
  }

  private static JsonObject object(String body) {
    return (JsonObject) READER.readOwn(body);
  }
}
