package dev.baton.core.session;

import java.time.Duration;

/**
 * How long and how often, for all sessions. A duration of zero switches its limit off, but for the
 * first, which is at most 15 minutes, and the longest life, which every session has.
 *
 * @param handoffExpiry how long an issued token is accepted
 * @param idle how long an active session lives without activity
 * @param reconnectWindow how long a lost connection may come back
 * @param maxLife how long a session lives at most
 * @param maxReconnects tokens in a row without a stable connection
 * @param stableAfter how old a connection has to be to count as stable
 * @param activityStep the resolution of the last activity
 * @param expiryWarning how long before its end a client is warned
 * @param authDeadline how long a connection may take to present its token
 * @param handover how old a connection is when a successor is prepared
 * @param maxPerOwner live sessions of an owner; 0 for any number
 */
public record SessionLimits(
    Duration handoffExpiry,
    Duration idle,
    Duration reconnectWindow,
    Duration maxLife,
    int maxReconnects,
    Duration stableAfter,
    Duration activityStep,
    Duration expiryWarning,
    Duration authDeadline,
    Duration handover,
    int maxPerOwner) {
  private static final Duration LONGEST_TOKEN = Duration.ofMinutes(15);

  /** The limits of the specification, section 5.2. */
  public static final SessionLimits DEFAULTS =
      new SessionLimits(
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofMinutes(5),
          Duration.ofHours(24),
          5,
          Duration.ofSeconds(60),
          Duration.ofSeconds(60),
          Duration.ofMinutes(5),
          Duration.ofSeconds(10),
          Duration.ofMinutes(110),
          200);

  /** Limits under which every session ends. */
  public SessionLimits {
    boolean tokenEnds = handoffExpiry.isPositive() && handoffExpiry.compareTo(LONGEST_TOKEN) <= 0;
    if (!tokenEnds) {
      throw new IllegalArgumentException("A token lives longer than 0 and at most 15 minutes.");
    }
    if (!maxLife.isPositive()) {
      throw new IllegalArgumentException("The longest life of a session cannot be switched off.");
    }
  }
}
