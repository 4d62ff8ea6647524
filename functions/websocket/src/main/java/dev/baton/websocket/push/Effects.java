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
    for (SessionEffect effect : change.effects()) {
      try {
        perform(effect, change.session());
      } catch (RuntimeException fault) {
        first = first == null ? fault : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }

  private void perform(SessionEffect effect, Session session) {
    switch (effect) {
      case SessionEffect.Welcome(String connectionId) -> welcome(session, connectionId);
      case SessionEffect.Close(String connectionId, CloseReason reason) ->
          sockets.close(connectionId, reason, session.profile().wayBack());
      case SessionEffect.Announce(PresenceChange presence) -> announce(session, presence);
      case SessionEffect.ArmTimer(long at) -> timer.arm(session.id(), at);
      case SessionEffect.Probe(String connectionId) -> probe(session, connectionId);
      case SessionEffect.Warn(String connectionId, String reason, long expiresAt) ->
          sender.post(connectionId, new ServerFrame.SessionExpiring(reason, expiresAt).toJson());
    }
  }

  private void welcome(Session session, String connectionId) {
    Delivery delivery = welcoming.welcome(session, connectionId);
    if (delivery == Delivery.FAILED) {
      sender.delete(connectionId);
    }
    if (delivery != Delivery.DELIVERED) {
      drop(session, connectionId);
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

  /** A participant with several sessions comes with the first and leaves with the last. */
  private void announce(Session session, PresenceChange change) {
    SessionParticipant participant = session.profile().participant();
    if (participant.invisible()) {
      return;
    }
    Roster roster = members.roster(session.profile().resource());
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
