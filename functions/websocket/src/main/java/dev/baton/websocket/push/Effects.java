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

  void perform(SessionChange change) {
    change.effects().forEach(effect -> perform(effect, change.session()));
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
    if (session.isCurrent(connectionId)
        && welcoming.welcome(session, connectionId) != Delivery.DELIVERED) {
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
    boolean known =
        switch (change) {
          case JOINED, LEFT -> roster.isSeenElsewhere(participant.id(), session.id());
          case AWAY, BACK -> roster.isOnlineElsewhere(participant.id(), session.id());
        };
    if (!known) {
      ServerFrame frame =
          new ServerFrame.Presence(change.wireName(), participant.id(), participant.name());
      rooms.push(roster, List.of(RoomFrame.toOthers(frame.toJson(), session.id())));
    }
  }
}
