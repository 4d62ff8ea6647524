package dev.baton.websocket.push;

import dev.baton.core.frame.HistoryFrames;
import dev.baton.core.frame.PresentParticipant;
import dev.baton.core.frame.ServerFrame;
import dev.baton.core.json.Json;
import dev.baton.core.sequence.SequenceCursor;
import dev.baton.core.session.LiveConnection;
import dev.baton.core.session.Session;
import dev.baton.core.session.SessionProfile;
import dev.baton.shell.room.DynamoLogStore;
import dev.baton.shell.room.DynamoMemberStore;
import dev.baton.shell.room.LogEntry;
import dev.baton.shell.room.LogHead;
import dev.baton.shell.room.Roster;
import dev.baton.shell.session.Hashes;
import dev.baton.shell.socket.ConnectionSender;
import dev.baton.shell.socket.Delivery;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first frames of a connection. The welcome comes first, then pushes begin, then what was
 * missed is read: whatever is appended before that read is in it, whatever is appended later is
 * pushed. Source: command specification, sections 6.1 and 6.4.
 */
final class Welcoming {
  private static final long HEARTBEAT = Duration.ofMinutes(5).toMillis();
  private static final long LONGEST_CONNECTION = Duration.ofHours(2).toMillis();
  private static final int MOST_MISSED = 500;

  private final DynamoLogStore logs;
  private final DynamoMemberStore members;
  private final ConnectionSender sender;

  Welcoming(DynamoLogStore logs, DynamoMemberStore members, ConnectionSender sender) {
    this.logs = logs;
    this.members = members;
    this.sender = sender;
  }

  /**
   * What came of a welcome.
   *
   * @param delivery whether the frames reached the connection
   * @param roster who was there when pushes began; null when they did not
   */
  record Welcomed(Delivery delivery, @Nullable Roster roster) {}

  Welcomed welcome(Session session, String connectionId) {
    LiveConnection connection = session.connection();
    Long since = session.connectedAt();
    if (connection == null || since == null || !connection.id().equals(connectionId)) {
      return new Welcomed(Delivery.DELIVERED, null);
    }
    String resource = session.profile().resource();
    // A glance will do: what is wrong in it is corrected once pushes have begun.
    List<PresentParticipant> said = members.glance(resource).participants();
    ServerFrame first = frame(session.profile(), said, connection.openedAt());
    Delivery delivery = sender.postFirst(connectionId, first.toJson(), since);
    if (delivery != Delivery.DELIVERED || !members.setLive(resource, session.id(), connectionId)) {
      return new Welcomed(delivery, null);
    }
    Roster roster = members.roster(resource);
    Delivery told = correct(connectionId, said, roster.participants());
    return new Welcomed(told == Delivery.DELIVERED ? catchUp(session, connectionId) : told, roster);
  }

  // Who came or went before pushes began was told to those whom pushes reached then.
  private Delivery correct(
      String connectionId, List<PresentParticipant> said, List<PresentParticipant> there) {
    return there.equals(said)
        ? Delivery.DELIVERED
        : sender.post(connectionId, new ServerFrame.PresenceList(there, null).toJson());
  }

  private ServerFrame.Welcome frame(
      SessionProfile profile, List<PresentParticipant> participants, long openedAt) {
    long lastSeq = lastSeq(profile);
    return new ServerFrame.Welcome(
        profile.sessionId(),
        profile.place(),
        profile.participant().id(),
        profile.participant().name(),
        SequenceCursor.idOf(lastSeq, Hashes.mark(profile.resourceId())),
        lastSeq,
        participants,
        HEARTBEAT,
        openedAt + LONGEST_CONNECTION);
  }

  private Delivery catchUp(Session session, String connectionId) {
    List<LogEntry> missed = logs.after(session.profile().resource(), session.ackSeq(), MOST_MISSED);
    if (missed.isEmpty()) {
      return Delivery.DELIVERED;
    }
    for (ServerFrame frame : HistoryFrames.of(history(session.profile(), missed))) {
      Delivery delivery = sender.post(connectionId, frame.toJson());
      if (delivery != Delivery.DELIVERED) {
        return delivery;
      }
    }
    return Delivery.DELIVERED;
  }

  private ServerFrame.History history(SessionProfile profile, List<LogEntry> missed) {
    long last = missed.getLast().seq();
    long lastSeq = Math.max(lastSeq(profile), last);
    return new ServerFrame.History(
        profile.place(),
        missed.stream().<Json>map(LogEntry::body).toList(),
        lastSeq > last,
        SequenceCursor.idOf(last, Hashes.mark(profile.resourceId())),
        lastSeq,
        null);
  }

  private long lastSeq(SessionProfile profile) {
    LogHead head = logs.head(profile.resource());
    return head == null ? 0 : head.seq();
  }
}
