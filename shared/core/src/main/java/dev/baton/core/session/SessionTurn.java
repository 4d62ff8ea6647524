package dev.baton.core.session;

import dev.baton.core.frame.CloseReason;
import dev.baton.core.session.SessionEffect.PresenceChange;
import java.util.ArrayList;
import java.util.List;

/** One decision in the making: the session as it is so far, what happened, and what follows. */
final class SessionTurn {
  /** A schedule that fired this long ago, and was not handled, is lost. */
  private static final long LOST_AFTER = 120_000;

  private final long now;
  private final SessionLimits limits;
  private final List<SessionEvent> events = new ArrayList<>();
  private final List<SessionEffect> effects = new ArrayList<>();
  private Session session;
  private boolean rearms;

  SessionTurn(Session session, long now, SessionLimits limits) {
    this.session = session;
    this.now = now;
    this.limits = limits;
  }

  Session session() {
    return session;
  }

  long now() {
    return now;
  }

  SessionLimits limits() {
    return limits;
  }

  void emit(SessionEvent event) {
    events.add(event);
    session = SessionEvolution.evolve(session, event);
  }

  void follow(SessionEffect effect) {
    effects.add(effect);
  }

  void announce(PresenceChange change) {
    if (!session.profile().participant().invisible()) {
      effects.add(new SessionEffect.Announce(change));
    }
  }

  /** The schedule is set, whatever it was. */
  void rearm() {
    rearms = true;
  }

  void issue(String hash, SessionEvent.IssueCause cause) {
    long expiresAt = SessionTimes.tokenExpiry(now, session, limits);
    emit(new SessionEvent.TokenIssued(new OutstandingToken(hash, expiresAt), cause));
  }

  /** Connections that took too long to authenticate are sent away. */
  void sweep() {
    for (Knock knock : session.entrance().knocks()) {
      if (now >= knock.until()) {
        emit(new SessionEvent.KnockEnded(knock.connectionId()));
        follow(new SessionEffect.Close(knock.connectionId(), CloseReason.INVALID_TOKEN));
      }
    }
  }

  void expire() {
    Ending ending = new Ending(session.deadline(), SessionTimes.reason(session, limits));
    end(new SessionEvent.Expired(ending), CloseReason.SESSION_EXPIRED);
  }

  void close(String reason, boolean withdrawn) {
    end(
        new SessionEvent.Closed(new Ending(now, reason), withdrawn),
        withdrawn ? CloseReason.ACCESS_WITHDRAWN : CloseReason.SESSION_CLOSED);
  }

  private void end(SessionEvent event, CloseReason reason) {
    LiveConnection connection = session.connection();
    if (connection != null) {
      follow(new SessionEffect.Close(connection.id(), reason));
    }
    session
        .entrance()
        .knocks()
        .forEach(knock -> follow(new SessionEffect.Close(knock.connectionId(), reason)));
    if (session.connectedAt() != null) {
      announce(PresenceChange.LEFT);
    }
    emit(event);
  }

  SessionDecision settle(SessionOutcome outcome) {
    if (session.state().isLive() && (rearms || !events.isEmpty())) {
      settleTimes();
    }
    if (events.isEmpty()) {
      return new SessionDecision(session, List.of(), List.of(), outcome);
    }
    SessionDraft next = new SessionDraft(session);
    next.version = session.version() + 1;
    return new SessionDecision(next.build(), events, effects, outcome);
  }

  private void settleTimes() {
    long deadline = SessionTimes.deadline(session, limits);
    if (deadline != session.deadline()) {
      emit(new SessionEvent.DeadlineMoved(deadline));
    }
    long moment = SessionTimes.nextMoment(session, limits);
    if (rearms || moment < session.timerAt() || session.timerAt() + LOST_AFTER < now) {
      emit(new SessionEvent.TimerSet(moment));
      follow(new SessionEffect.ArmTimer(moment));
    }
  }
}
