package dev.baton.core.session;

import org.jspecify.annotations.Nullable;

/**
 * A protocol handoff as it is kept: the unit of consistency. Immutable; only {@link SessionMachine}
 * makes the next one. Times are milliseconds since 1970. Source: command specification, section
 * 5.1.
 *
 * @param profile what it is about
 * @param version how often it was written
 * @param state where it is
 * @param connectedAt when its newest connection authenticated
 * @param disconnectedAt when its newest connection was lost
 * @param lastActivity when its client or owner was last heard of, to the activity step
 * @param ending how it ended; null while it lives
 * @param deadline when it expires if nothing happens
 * @param timerAt when its schedule fires
 * @param connection its connection while it is active
 * @param token the token that may be presented
 * @param reconnectAttempts tokens asked for since the last stable connection
 * @param entrance who stands before it
 * @param ackSeq the last number that its client confirmed; catching up starts after it
 */
public record Session(
    SessionProfile profile,
    long version,
    SessionState state,
    @Nullable Long connectedAt,
    @Nullable Long disconnectedAt,
    long lastActivity,
    @Nullable Ending ending,
    long deadline,
    long timerAt,
    @Nullable LiveConnection connection,
    @Nullable OutstandingToken token,
    int reconnectAttempts,
    Entrance entrance,
    long ackSeq) {

  /** The id. */
  public String id() {
    return profile.sessionId();
  }

  /** How many tokens may still be asked for. */
  public int reconnectsLeft() {
    return state.isLive() ? Math.max(0, profile.maxReconnects() - reconnectAttempts) : 0;
  }

  /** Whether the connection is the one that the session talks to. */
  public boolean isCurrent(String connectionId) {
    return connection != null && connection.id().equals(connectionId);
  }

  /** The token that is accepted now, or null. */
  public @Nullable OutstandingToken usableToken(long now) {
    return token == null || token.isExpired(now) || !state.isLive() ? null : token;
  }
}
