package dev.baton.core.session;

/** What happened to a session. Times are milliseconds since 1970. */
public sealed interface SessionEvent {

  /**
   * A token was issued; the former one is worth nothing.
   *
   * @param token the token
   * @param cause why
   */
  record TokenIssued(OutstandingToken token, IssueCause cause) implements SessionEvent {}

  /**
   * A connection presented the outstanding token, which is used up.
   *
   * @param connection the connection
   * @param tokenId the token's name in audit lines
   * @param at when
   */
  record Attached(LiveConnection connection, String tokenId, long at) implements SessionEvent {}

  /**
   * A newer connection took the place of this one.
   *
   * @param connectionId the older one
   */
  record TakenOver(String connectionId) implements SessionEvent {}

  /**
   * The current connection is gone.
   *
   * @param connectionId the connection
   * @param at when
   */
  record Dropped(String connectionId, long at) implements SessionEvent {}

  /** A connection was stable: all attempts are there again. */
  record AttemptsForgotten() implements SessionEvent {}

  /**
   * The client was heard of.
   *
   * @param at when
   */
  record ActivitySeen(long at) implements SessionEvent {}

  /**
   * Work goes on though no connection is there.
   *
   * @param at when
   */
  record Engaged(long at) implements SessionEvent {}

  /**
   * The client has, or wants to begin after, everything up to a number.
   *
   * @param seq the number
   */
  record PositionConfirmed(long seq) implements SessionEvent {}

  /**
   * A connection was let in without a token.
   *
   * @param knock the connection and its time
   */
  record Knocked(Knock knock) implements SessionEvent {}

  /**
   * A connection without token left, authenticated, or took too long.
   *
   * @param connectionId the connection
   */
  record KnockEnded(String connectionId) implements SessionEvent {}

  /**
   * A wrong token was presented.
   *
   * @param at when
   */
  record AuthenticationFailed(long at) implements SessionEvent {}

  /**
   * The client was warned of the session's end.
   *
   * @param deadline the end
   */
  record Warned(long deadline) implements SessionEvent {}

  /**
   * The end moved.
   *
   * @param at the session's new deadline
   */
  record DeadlineMoved(long at) implements SessionEvent {}

  /**
   * The schedule was set.
   *
   * @param at when it fires
   */
  record TimerSet(long at) implements SessionEvent {}

  /**
   * The session was ended.
   *
   * @param ending when and why
   * @param withdrawn whether a right was withdrawn, rather than its owner having ended it
   */
  record Closed(Ending ending, boolean withdrawn) implements SessionEvent {}

  /**
   * The session reached a limit.
   *
   * @param ending when and which
   */
  record Expired(Ending ending) implements SessionEvent {}

  /** Why a token is issued. */
  enum IssueCause {
    /** The session was made. */
    HANDOFF,
    /** The request that made it was repeated. */
    REISSUE,
    /** Its owner asked. */
    RECONNECT,
    /** Its connection grows old. */
    HANDOVER
  }
}
