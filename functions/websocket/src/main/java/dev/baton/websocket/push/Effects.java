package dev.baton.websocket.push;

import dev.baton.core.frame.CloseReason;
import dev.baton.core.frame.ServerFrame;
import dev.baton.core.session.Session;
import dev.baton.core.session.SessionCommand;
import dev.baton.core.session.SessionEffect;
import dev.baton.core.session.SessionEffect.PresenceChange;
import dev.baton.core.session.SessionParticipant;
import dev.baton.shell.live.LiveSockets;
import dev.baton.shell.live.LiveWiring;
import dev.baton.shell.room.DynamoMemberStore;
import dev.baton.shell.room.RoomFrame;
import dev.baton.shell.room.RoomPush;
import dev.baton.shell.room.Roster;
import dev.baton.shell.session.Origin;
import dev.baton.shell.session.SessionChange;
import dev.baton.shell.session.SessionTimer;
import dev.baton.shell.session.Sessions;
import dev.baton.shell.socket.ConnectionSender;
import dev.baton.shell.socket.Delivery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Does what a write of a session asks for, in order. Doing it twice is harmless. */
final class Effects {
  private final Welcoming welcoming;
  private final LiveSockets sockets;
  private final ConnectionSender sender;
  private final SessionTimer timer;
  private final DynamoMemberStore members;
  private final RoomPush rooms;
  private final Sessions sessions;

  private Effects(LiveWiring live, Sessions sessions, RoomPush rooms) {
    this.welcoming = new Welcoming(live.logs(), live.members(), live.sender());
    this.sockets = live.sockets();
    this.sender = live.sender();
    this.timer = live.timer();
    this.members = live.members();
    this.rooms = rooms;
    this.sessions = sessions;
  }

  static Effects of(LiveWiring live, Sessions sessions, RoomPush rooms) {
    return new Effects(live, sessions, rooms);
  }

  /**
   * Does all of it.
   *
   * @throws RuntimeException the first fault, after all the other effects were tried
   */
  void perform(SessionChange change) {
    RuntimeException first = null;
    Performance performance = new Performance(change.session());
    for (SessionEffect effect : change.effects()) {
      try {
        performance.perform(effect);
      } catch (RuntimeException fault) {
        first = first == null ? fault : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }

  /** What is done of one write, and who was there when its connection was welcomed. */
  private final class Performance {
    private final Session session;
    private @Nullable Roster roster;

    private Performance(Session session) {
      this.session = session;
    }

    private void perform(SessionEffect effect) {
      switch (effect) {
        case SessionEffect.Welcome(String connectionId) -> welcome(connectionId);
        case SessionEffect.Close(String connectionId, CloseReason reason) ->
            sockets.close(connectionId, reason, session.profile().wayBack());
        case SessionEffect.Announce(PresenceChange presence) -> announce(session, presence, roster);
        case SessionEffect.ArmTimer(long at) -> timer.arm(session.id(), at);
        case SessionEffect.Probe(String connectionId) -> probe(session, connectionId);
        case SessionEffect.Warn(String connectionId, String reason, long expiresAt) ->
            sender.post(connectionId, new ServerFrame.SessionExpiring(reason, expiresAt).toJson());
      }
    }

    private void welcome(String connectionId) {
      Welcoming.Welcomed welcomed = welcoming.welcome(session, connectionId);
      roster = welcomed.roster();
      if (welcomed.delivery() == Delivery.FAILED) {
        sender.delete(connectionId);
      }
      if (welcomed.delivery() != Delivery.DELIVERED) {
        drop(session, connectionId);
      }
    }
  }

  private void probe(Session session, String connectionId) {
    if (!sender.isOpen(connectionId)) {
      drop(session, connectionId);
    }
  }

  private void drop(Session session, String connectionId) {
    sessions.handle(session.id(), new SessionCommand.Drop(connectionId), Origin.ofBaton("push"));
  }

  /**
   * A participant with several sessions comes with the first and leaves with the last.
   *
   * @param seen who was there after the write; whoever is reached by pushes since then has looked
   *     for themselves. Null when nobody has looked yet
   */
  private void announce(Session session, PresenceChange change, @Nullable Roster seen) {
    SessionParticipant participant = session.profile().participant();
    if (participant.invisible()) {
      return;
    }
    Roster roster = seen == null ? members.roster(session.profile().resource()) : seen;
    Long connectedAt = session.connectedAt();
    long at = connectedAt == null ? session.profile().createdAt() : connectedAt;
    PresenceChange told = roster.told(change, participant.id(), session.id(), at);
    boolean knownToBeAway = told == PresenceChange.AWAY && change != told && isAway(session);
    if (told != null && !knownToBeAway) {
      ServerFrame frame =
          new ServerFrame.Presence(told.wireName(), participant.id(), participant.name());
      rooms.push(roster, List.of(RoomFrame.toOthers(frame.toJson(), session.id())));
    }
  }

  private static boolean isAway(Session session) {
    return session.disconnectedAt() != null;
  }
}
