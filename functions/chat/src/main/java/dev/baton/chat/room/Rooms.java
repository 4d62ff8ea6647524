package dev.baton.chat.room;

import dev.baton.chat.core.room.Nicknames;
import dev.baton.chat.core.room.RoomRules;
import dev.baton.chat.store.DynamoNameStore;
import dev.baton.core.sequence.Reading;
import dev.baton.core.sequence.SequenceCursor;
import dev.baton.core.sequence.SequencePage;
import dev.baton.shell.room.DynamoLogStore;
import dev.baton.shell.room.DynamoMemberStore;
import dev.baton.shell.room.LogEntry;
import dev.baton.shell.room.LogHead;
import dev.baton.shell.room.Roster;
import dev.baton.shell.session.DynamoParticipantIds;
import dev.baton.shell.session.Hashes;
import org.jspecify.annotations.Nullable;

/** Rooms as callers may see them. Thread-safe. */
public final class Rooms {
  /** What the resources of rooms begin with. */
  public static final String DOMAIN = "chat:";

  private final DynamoLogStore logs;
  private final DynamoMemberStore members;
  private final DynamoParticipantIds ids;
  private final DynamoNameStore names;
  private final RoomRules rules;

  /** Rooms over these stores. */
  public Rooms(
      DynamoLogStore logs,
      DynamoMemberStore members,
      DynamoParticipantIds ids,
      DynamoNameStore names,
      RoomRules rules) {
    this.logs = logs;
    this.members = members;
    this.ids = ids;
    this.names = names;
    this.rules = rules;
  }

  /** The resource of a room. */
  public static String resource(String roomId) {
    return DOMAIN + roomId;
  }

  /** The room of a resource. */
  public static String id(String resource) {
    return resource.substring(DOMAIN.length());
  }

  /** The mark of a room's cursors. */
  public static String mark(String roomId) {
    return Hashes.mark(roomId);
  }

  /** The oldest message that is kept, as a cursor says it; null when there is none. */
  public static @Nullable String oldest(String roomId, SequencePage.Expired<?> expired) {
    Long seq = expired.oldestSeq();
    return seq == null ? null : SequenceCursor.idOf(seq, mark(roomId));
  }

  /** The room, or null when it does not exist or the owner may not enter it. */
  public @Nullable LogHead find(String roomId, String owner) {
    LogHead head = logs.head(resource(roomId));
    return head == null || !head.admits(owner) ? null : head;
  }

  /** The same, but an open room comes into being. */
  public @Nullable LogHead enter(String roomId, String owner) {
    LogHead head =
        rules.mayCreate(roomId) ? logs.headOrNew(resource(roomId)) : logs.head(resource(roomId));
    return head == null || !head.admits(owner) ? null : head;
  }

  /** Whether the owner may write to the room, be it that it comes into being by that. */
  public boolean isOpen(String roomId, String owner) {
    LogHead head = logs.head(resource(roomId));
    return head == null ? rules.mayCreate(roomId) : head.admits(owner);
  }

  /** Whether the room comes into being when somebody writes to it. */
  public boolean mayCreate(String roomId) {
    return rules.mayCreate(roomId);
  }

  /** Whether the participant is in the room or fits in. */
  public boolean hasPlace(String roomId, String participantId) {
    return hasPlace(members.glance(resource(roomId)), participantId)
        || hasPlace(roster(roomId), participantId);
  }

  private boolean hasPlace(Roster roster, String participantId) {
    return roster.holds(participantId) || rules.hasPlace(roster.size());
  }

  /** Who is in the room. */
  public Roster roster(String roomId) {
    return members.roster(resource(roomId));
  }

  /** The public id of an owner in a room. */
  public String participant(String owner, String roomId) {
    return ids.of(owner, resource(roomId));
  }

  /** What a participant is called. */
  public String name(String roomId, String participantId) {
    return Nicknames.of(names.find(resource(roomId), participantId), participantId);
  }

  /** From now on the participant is called this. */
  public void rename(String roomId, String participantId, String name) {
    names.put(resource(roomId), participantId, name);
  }

  /** A page of the room. */
  public SequencePage<LogEntry> page(
      String roomId, LogHead head, @Nullable String since, boolean latest, int limit) {
    Reading reading = Reading.of(since, latest, limit, mark(roomId), head.seq());
    return logs.page(resource(roomId), reading, head.seq());
  }
}
