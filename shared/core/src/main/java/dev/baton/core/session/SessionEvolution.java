package dev.baton.core.session;

/** What an event makes of a session. */
final class SessionEvolution {
  private SessionEvolution() {}

  static Session evolve(Session session, SessionEvent event) {
    SessionDraft next = new SessionDraft(session);
    switch (event) {
      case SessionEvent.TokenIssued(var token, var cause) -> issued(next, token, cause);
      case SessionEvent.Attached attached -> attached(next, attached);
      case SessionEvent.TakenOver taken -> next.connection = null;
      case SessionEvent.Dropped(var connectionId, long at) -> {
        next.state = SessionState.DISCONNECTED;
        next.connection = null;
        next.disconnectedAt = at;
      }
      case SessionEvent.AttemptsForgotten() -> next.reconnectAttempts = 0;
      case SessionEvent.ActivitySeen(long at) -> next.lastActivity = at;
      case SessionEvent.Engaged(long at) -> {
        next.state = SessionState.ACTIVE;
        next.disconnectedAt = null;
        next.lastActivity = at;
      }
      case SessionEvent.PositionConfirmed(long seq) -> next.ackSeq = seq;
      case SessionEvent.Knocked(Knock knock) -> next.entrance = next.entrance.with(knock);
      case SessionEvent.KnockEnded(String connectionId) ->
          next.entrance = next.entrance.without(connectionId);
      case SessionEvent.AuthenticationFailed(long at) -> next.entrance = next.entrance.failed(at);
      case SessionEvent.Warned(long deadline) -> warned(next, deadline);
      case SessionEvent.DeadlineMoved(long at) -> next.deadline = at;
      case SessionEvent.TimerSet(long at) -> next.timerAt = at;
      case SessionEvent.Closed(Ending ending, boolean withdrawn) ->
          ended(next, SessionState.CLOSED, ending);
      case SessionEvent.Expired(Ending ending) -> ended(next, SessionState.EXPIRED, ending);
    }
    return next.build();
  }

  private static void issued(
      SessionDraft next, OutstandingToken token, SessionEvent.IssueCause cause) {
    next.token = token;
    switch (cause) {
      case RECONNECT -> next.reconnectAttempts++;
      case HANDOVER -> {
        LiveConnection current = next.connection;
        if (current != null) {
          next.connection =
              new LiveConnection(current.id(), current.openedAt(), true, current.warnedFor());
        }
      }
      case HANDOFF, REISSUE -> {}
    }
  }

  private static void attached(SessionDraft next, SessionEvent.Attached attached) {
    next.state = SessionState.ACTIVE;
    next.connection = attached.connection();
    next.connectedAt = attached.at();
    next.disconnectedAt = null;
    next.lastActivity = attached.at();
    next.token = null;
  }

  private static void warned(SessionDraft next, long deadline) {
    LiveConnection current = next.connection;
    if (current != null) {
      next.connection =
          new LiveConnection(current.id(), current.openedAt(), current.handedOver(), deadline);
    }
  }

  private static void ended(SessionDraft next, SessionState state, Ending ending) {
    next.state = state;
    next.ending = ending;
    next.connection = null;
    next.token = null;
    next.entrance = Entrance.EMPTY;
  }
}
