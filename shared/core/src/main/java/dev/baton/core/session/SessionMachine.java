package dev.baton.core.session;

import dev.baton.core.session.SessionEvent.IssueCause;
import dev.baton.core.session.SessionOutcome.AlreadyEnded;
import dev.baton.core.session.SessionOutcome.Applied;
import dev.baton.core.session.SessionOutcome.Inert;
import dev.baton.core.session.SessionOutcome.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The machine of sessions: pure functions. The clock goes first: a session past its deadline is
 * expired, whether its timer fired or not, and the command meets it so. Source: command
 * specification, section 5.2.
 */
public final class SessionMachine {
  private static final String DEFAULT_REASON = "ended";

  private SessionMachine() {}

  /** A new session, waiting for its first connection. */
  public static SessionDecision open(
      SessionProfile profile, String tokenHash, long now, SessionLimits limits) {
    Session blank =
        new Session(
            profile,
            0,
            SessionState.PENDING,
            null,
            null,
            now,
            null,
            0,
            0,
            null,
            null,
            0,
            Entrance.EMPTY,
            profile.joinedSeq());
    SessionTurn turn = new SessionTurn(blank, now, limits);
    turn.issue(tokenHash, IssueCause.HANDOFF);
    turn.rearm();
    return turn.settle(new Applied());
  }

  /** What the command does to the session. */
  public static SessionDecision decide(
      Session session, SessionCommand command, long now, SessionLimits limits) {
    SessionTurn turn = new SessionTurn(session, now, limits);
    if (isOver(session, now)) {
      turn.expire();
    }
    SessionOutcome outcome =
        switch (command) {
          case SessionCommand.Attach attach -> Entering.attach(turn, attach);
          case SessionCommand.Knock(String connectionId) -> Entering.knock(turn, connectionId);
          case SessionCommand.Drop(String connectionId) -> Entering.drop(turn, connectionId);
          case SessionCommand.Touch(var connectionId, var ackSeq) ->
              touch(turn, connectionId, ackSeq);
          case SessionCommand.Engage engage -> engage(turn);
          case SessionCommand.Reconnect(String tokenHash, var fromSeq) ->
              reconnect(turn, tokenHash, fromSeq);
          case SessionCommand.Reissue(String tokenHash) -> reissue(turn, tokenHash);
          case SessionCommand.End(var reason) -> end(turn, reason);
          case SessionCommand.Fire(String tokenHash) -> fire(turn, tokenHash);
          case SessionCommand.Revoke(String reason) -> revoke(turn, reason);
        };
    return turn.settle(outcome);
  }

  /** The session as the clock has it, for those who only look. */
  public static Session seen(Session session, long now, SessionLimits limits) {
    if (!isOver(session, now)) {
      return session;
    }
    SessionTurn turn = new SessionTurn(session, now, limits);
    turn.expire();
    return turn.session();
  }

  /** When a session is over at the latest, milliseconds since 1970. */
  public static long longestLife(SessionProfile profile, SessionLimits limits) {
    return profile.createdAt() + limits.maxLife().toMillis();
  }

  private static boolean isOver(Session session, long now) {
    return session.state().isLive() && now >= session.deadline();
  }

  private static SessionOutcome touch(
      SessionTurn turn, @Nullable String connectionId, @Nullable Long ackSeq) {
    Session session = turn.session();
    if (connectionId != null && !session.isCurrent(connectionId)) {
      return new Refused(stranger(session, connectionId));
    }
    if (session.state() != SessionState.ACTIVE) {
      return new Inert("not_active");
    }
    heard(turn);
    if (ackSeq != null && ackSeq > session.ackSeq()) {
      turn.emit(new SessionEvent.PositionConfirmed(ackSeq));
    }
    return new Applied();
  }

  private static SessionOutcome engage(SessionTurn turn) {
    return switch (turn.session().state()) {
      case PENDING, DISCONNECTED -> {
        turn.emit(new SessionEvent.Engaged(turn.now()));
        yield new Applied();
      }
      case ACTIVE -> {
        heard(turn);
        yield new Applied();
      }
      case CLOSED, EXPIRED -> new Refused(Entering.ended(turn.session()));
    };
  }

  private static void heard(SessionTurn turn) {
    long silence = turn.now() - turn.session().lastActivity();
    if (silence >= turn.limits().activityStep().toMillis()) {
      turn.emit(new SessionEvent.ActivitySeen(turn.now()));
    }
  }

  private static SessionRefusal stranger(Session session, String connectionId) {
    if (!session.state().isLive()) {
      return Entering.ended(session);
    }
    if (session.entrance().knockOf(connectionId) != null) {
      return SessionRefusal.NOT_AUTHENTICATED;
    }
    return session.connection() != null ? SessionRefusal.TAKEN_OVER : SessionRefusal.NOT_CURRENT;
  }

  private static SessionOutcome reconnect(
      SessionTurn turn, String tokenHash, @Nullable Long fromSeq) {
    if (!turn.session().state().isLive()) {
      return new Refused(Entering.ended(turn.session()));
    }
    LiveConnection connection = turn.session().connection();
    if (connection != null) {
      Entering.forgetAttemptsIfStable(turn, connection);
    }
    if (turn.session().reconnectsLeft() == 0) {
      return new Refused(SessionRefusal.MAX_RECONNECTS);
    }
    turn.issue(tokenHash, IssueCause.RECONNECT);
    if (fromSeq != null && fromSeq != turn.session().ackSeq()) {
      turn.emit(new SessionEvent.PositionConfirmed(fromSeq));
    }
    if (turn.session().state() == SessionState.ACTIVE) {
      turn.emit(new SessionEvent.ActivitySeen(turn.now()));
    }
    return new Applied();
  }

  private static SessionOutcome reissue(SessionTurn turn, String tokenHash) {
    Session session = turn.session();
    if (!session.state().isLive()) {
      return new Refused(Entering.ended(session));
    }
    if (session.connectedAt() != null) {
      return new Refused(SessionRefusal.NOT_PENDING);
    }
    turn.issue(tokenHash, IssueCause.REISSUE);
    return new Applied();
  }

  private static SessionOutcome end(SessionTurn turn, @Nullable String reason) {
    if (!turn.session().state().isLive()) {
      return new AlreadyEnded();
    }
    turn.close(reason == null ? DEFAULT_REASON : reason, false);
    return new Applied();
  }

  private static SessionOutcome revoke(SessionTurn turn, String reason) {
    if (!turn.session().state().isLive()) {
      return new Inert("ended");
    }
    turn.close(reason, true);
    return new Applied();
  }

  private static SessionOutcome fire(SessionTurn turn, String tokenHash) {
    if (!turn.session().state().isLive()) {
      return new Inert("ended");
    }
    turn.sweep();
    LiveConnection connection = turn.session().connection();
    if (connection != null) {
      notice(turn, connection, tokenHash);
    }
    turn.rearm();
    return new Applied();
  }

  private static void notice(SessionTurn turn, LiveConnection connection, String tokenHash) {
    Session session = turn.session();
    if (turn.now() >= SessionTimes.warning(session, connection, turn.limits())) {
      String reason = SessionTimes.reason(session, turn.limits());
      turn.emit(new SessionEvent.Warned(session.deadline()));
      turn.follow(new SessionEffect.Warn(connection.id(), reason, session.deadline()));
    }
    if (turn.now() >= SessionTimes.handover(session, connection, turn.limits())) {
      turn.issue(tokenHash, IssueCause.HANDOVER);
    }
    turn.follow(new SessionEffect.Probe(connection.id()));
  }
}
