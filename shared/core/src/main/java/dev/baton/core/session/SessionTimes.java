package dev.baton.core.session;

import java.time.Duration;

/**
 * When a live session expires, and when something is to be done about it. Source: command
 * specification, sections 5.2 and 6.5.
 */
final class SessionTimes {
  private static final long NEVER = Long.MAX_VALUE;

  private SessionTimes() {}

  /** When the session expires if nothing happens. */
  static long deadline(Session session, SessionLimits limits) {
    return Math.min(
        endOfLife(session, limits),
        switch (session.state()) {
          case PENDING -> tokenEnd(session);
          case ACTIVE -> after(session.lastActivity(), limits.idle());
          case DISCONNECTED -> {
            Long lost = session.disconnectedAt();
            long window = lost == null ? 0 : after(lost, limits.reconnectWindow());
            yield Math.max(window, tokenEnd(session));
          }
          case CLOSED, EXPIRED -> NEVER;
        });
  }

  /** When the session expires however much happens. */
  static long endOfLife(Session session, SessionLimits limits) {
    return after(session.profile().createdAt(), limits.maxLife());
  }

  /** The expiry of a token that is issued now. */
  static long tokenExpiry(long now, Session session, SessionLimits limits) {
    return Math.min(after(now, limits.handoffExpiry()), endOfLife(session, limits));
  }

  /** Why the session expires at its deadline. */
  static String reason(Session session, SessionLimits limits) {
    if (session.deadline() >= endOfLife(session, limits)) {
      return "max-life";
    }
    return switch (session.state()) {
      case PENDING -> "unused";
      case ACTIVE -> "idle";
      case DISCONNECTED, CLOSED, EXPIRED -> "reconnect-window";
    };
  }

  /** When the timer is to look at the session. */
  static long nextMoment(Session session, SessionLimits limits) {
    long next = session.deadline();
    for (Knock knock : session.entrance().knocks()) {
      next = Math.min(next, knock.until());
    }
    LiveConnection connection = session.connection();
    return connection == null
        ? next
        : Math.min(
            next,
            Math.min(warning(session, connection, limits), handover(session, connection, limits)));
  }

  /** When the client is to be warned; never, if it was. */
  static long warning(Session session, LiveConnection connection, SessionLimits limits) {
    if (limits.expiryWarning().isZero() || connection.warnedFor() == session.deadline()) {
      return NEVER;
    }
    // A limit shorter than its warning is announced at half time.
    long whole =
        reason(session, limits).equals("idle")
            ? limits.idle().toMillis()
            : limits.maxLife().toMillis();
    return session.deadline() - Math.min(limits.expiryWarning().toMillis(), whole / 2);
  }

  /**
   * When a token for the connection's successor is due; never, if it was issued. A token that the
   * owner asked for goes first.
   */
  static long handover(Session session, LiveConnection connection, SessionLimits limits) {
    if (limits.handover().isZero() || connection.handedOver()) {
      return NEVER;
    }
    return Math.max(after(connection.openedAt(), limits.handover()), tokenEnd(session));
  }

  private static long tokenEnd(Session session) {
    OutstandingToken token = session.token();
    return token == null ? 0 : token.expiresAt();
  }

  private static long after(long start, Duration limit) {
    return limit.isZero() ? NEVER : start + limit.toMillis();
  }
}
