package dev.baton.shell.room;

import dev.baton.core.session.LiveConnection;
import dev.baton.core.session.Session;
import dev.baton.core.session.SessionProfile;
import dev.baton.shell.dynamo.Attributes;
import dev.baton.shell.dynamo.DynamoTable;
import dev.baton.shell.dynamo.NewItem;

/**
 * Members as items of their resource's partition. They are written together with sessions. Whoever
 * looks who is in a resource reads all of them, so nothing is in them twice.
 */
public final class MemberItems {
  static final String PREFIX = "member#";
  static final String CONNECTION = "connection_id";
  static final String LIVE = "live";
  private static final String PARTICIPANT = "participant_id";
  private static final String NAME = "name";
  private static final String INVISIBLE = "invisible";
  private static final String OWNER = "owner";
  private static final String SINCE = "since";
  private static final String MOVED_AT = "moved_at";
  private static final String TTL = "ttl";

  private MemberItems() {}

  /** The partition of a resource. */
  public static String partition(String resource) {
    return "resource#" + DynamoTable.escape(resource);
  }

  /** The sort key of a session's member. */
  public static String sortKey(String sessionId) {
    return PREFIX + sessionId;
  }

  /** The member of a session that is present. A connection is not live before it is welcomed. */
  public static NewItem write(Session session) {
    SessionProfile profile = session.profile();
    LiveConnection connection = session.connection();
    return NewItem.of(partition(profile.resource()), sortKey(profile.sessionId()))
        .put(PARTICIPANT, profile.participant().id())
        .put(NAME, profile.participant().name())
        .put(CONNECTION, connection == null ? null : connection.id())
        .put(INVISIBLE, profile.participant().invisible() ? Boolean.TRUE : null)
        .put(OWNER, profile.ownerId())
        .put(SINCE, profile.createdAt())
        .put(MOVED_AT, movedAt(session))
        // Whoever is away goes with the session's deadline, even if its timer were lost.
        .put(TTL, connection == null ? (Long) (session.deadline() / 1_000) : null);
  }

  private static long movedAt(Session session) {
    Long moved = session.connection() == null ? session.disconnectedAt() : session.connectedAt();
    return moved == null ? session.profile().createdAt() : moved;
  }

  static Member read(String resource, Attributes item) {
    Long movedAt = item.number(MOVED_AT);
    return new Member(
        resource,
        item.requiredText("sk").substring(PREFIX.length()),
        item.requiredText(OWNER),
        item.requiredText(PARTICIPANT),
        item.requiredText(NAME),
        item.text(CONNECTION),
        item.truth(LIVE, false),
        item.truth(INVISIBLE, false),
        item.requiredNumber(SINCE),
        movedAt == null ? 0 : movedAt);
  }
}
