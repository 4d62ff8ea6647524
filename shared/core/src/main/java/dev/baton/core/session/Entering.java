package dev.baton.core.session;

import dev.baton.core.session.SessionEffect.PresenceChange;
import dev.baton.core.session.SessionOutcome.Applied;
import dev.baton.core.session.SessionOutcome.Inert;
import dev.baton.core.session.SessionOutcome.Refused;
import org.jspecify.annotations.Nullable;

/** The rules for connections that come and go. Source: command specification, 5.2 and 6.1. */
final class Entering {
  private Entering() {}

  static SessionOutcome attach(SessionTurn turn, SessionCommand.Attach attach) {
    Session session = turn.session();
    SessionRefusal refusal = refusal(session, attach, turn.now());
    if (refusal != null) {
      return refused(turn, attach, refusal);
    }
    OutstandingToken token = session.token();
    if (token == null) {
      throw new IllegalStateException("accepted without a token: " + session.id());
    }
    leaveEntrance(turn, attach.connectionId());
    LiveConnection older = session.connection();
    if (older != null) {
      forgetAttemptsIfStable(turn, older);
      turn.emit(new SessionEvent.TakenOver(older.id()));
      turn.follow(new SessionEffect.Close(older.id(), SessionRefusal.TAKEN_OVER.closeReason()));
    }
    LiveConnection connection = LiveConnection.opened(attach.connectionId(), attach.openedAt());
    turn.emit(new SessionEvent.Attached(connection, token.tokenId(), turn.now()));
    Long fromSeq = attach.fromSeq();
    if (fromSeq != null && fromSeq != session.ackSeq()) {
      turn.emit(new SessionEvent.PositionConfirmed(fromSeq));
    }
    turn.follow(new SessionEffect.Welcome(attach.connectionId()));
    if (session.connectedAt() == null) {
      turn.announce(PresenceChange.JOINED);
    } else if (older == null) {
      turn.announce(PresenceChange.BACK);
    }
    return new Applied();
  }

  private static @Nullable SessionRefusal refusal(
      Session session, SessionCommand.Attach attach, long now) {
    if (!session.state().isLive()) {
      return ended(session);
    }
    if (!session.profile().usesSockets()) {
      return SessionRefusal.BAD_ENDPOINT;
    }
    if (session.isCurrent(attach.connectionId())) {
      return SessionRefusal.ALREADY_ATTACHED;
    }
    if (session.entrance().isFlooded(now)) {
      return SessionRefusal.FLOODED;
    }
    Knock knock = session.entrance().knockOf(attach.connectionId());
    boolean knocked = attach.entry() == SessionCommand.Entry.FIRST_FRAME;
    if (knocked && (knock == null || now >= knock.until())) {
      return SessionRefusal.TOO_LATE;
    }
    OutstandingToken token = session.token();
    if (token == null) {
      return SessionRefusal.NO_TOKEN;
    }
    boolean matches = token.hash().equals(attach.tokenHash());
    if (token.isExpired(now)) {
      return matches ? SessionRefusal.TOKEN_EXPIRED : SessionRefusal.NO_TOKEN;
    }
    return matches ? null : SessionRefusal.INVALID_TOKEN;
  }

  // Only a wrong guess costs a write: whoever repeats a dead token for ever costs one read.
  private static SessionOutcome refused(
      SessionTurn turn, SessionCommand.Attach attach, SessionRefusal refusal) {
    if (refusal == SessionRefusal.INVALID_TOKEN) {
      turn.emit(new SessionEvent.AuthenticationFailed(turn.now()));
    }
    if (refusal != SessionRefusal.ALREADY_ATTACHED) {
      leaveEntrance(turn, attach.connectionId());
    }
    return new Refused(refusal);
  }

  static SessionOutcome knock(SessionTurn turn, String connectionId) {
    Session session = turn.session();
    if (!session.state().isLive()) {
      return new Refused(ended(session));
    }
    if (session.usableToken(turn.now()) == null) {
      return new Refused(SessionRefusal.NO_TOKEN);
    }
    if (session.entrance().isFlooded(turn.now())) {
      return new Refused(SessionRefusal.FLOODED);
    }
    if (session.isCurrent(connectionId) || session.entrance().knockOf(connectionId) != null) {
      return new Inert("known_connection");
    }
    turn.sweep();
    if (turn.session().entrance().knocks().size() >= Entrance.MOST_KNOCKS) {
      return new Refused(SessionRefusal.FLOODED);
    }
    long until = turn.now() + turn.limits().authDeadline().toMillis();
    turn.emit(new SessionEvent.Knocked(new Knock(connectionId, until)));
    return new Applied();
  }

  static SessionOutcome drop(SessionTurn turn, String connectionId) {
    LiveConnection connection = turn.session().connection();
    if (connection != null && connection.id().equals(connectionId)) {
      forgetAttemptsIfStable(turn, connection);
      turn.emit(new SessionEvent.Dropped(connectionId, turn.now()));
      turn.announce(PresenceChange.AWAY);
      return new Applied();
    }
    return leaveEntrance(turn, connectionId) ? new Applied() : new Inert("other_connection");
  }

  /** All attempts are there again when a connection that was stable ends. */
  static void forgetAttemptsIfStable(SessionTurn turn, LiveConnection connection) {
    long age = turn.now() - connection.openedAt();
    boolean stable = age >= turn.limits().stableAfter().toMillis();
    if (stable && turn.session().reconnectAttempts() > 0) {
      turn.emit(new SessionEvent.AttemptsForgotten());
    }
  }

  static SessionRefusal ended(Session session) {
    return session.state() == SessionState.CLOSED
        ? SessionRefusal.SESSION_CLOSED
        : SessionRefusal.SESSION_EXPIRED;
  }

  private static boolean leaveEntrance(SessionTurn turn, String connectionId) {
    boolean waited = turn.session().entrance().knockOf(connectionId) != null;
    if (waited) {
      turn.emit(new SessionEvent.KnockEnded(connectionId));
    }
    return waited;
  }
}
