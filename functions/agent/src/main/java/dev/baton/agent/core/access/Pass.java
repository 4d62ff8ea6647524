package dev.baton.agent.core.access;

import org.jspecify.annotations.Nullable;

/**
 * The right to open streams of one session and nothing else. Times are milliseconds since 1970.
 * Source: streaming specification, section 4.1.
 *
 * @param kind what it is
 * @param sessionId the session that it opens
 * @param owner whose the session is
 * @param runId the only run that it opens; null for a cookie, and for a ticket that has reached
 *     none yet
 * @param usableUntil until when a ticket must be used first
 * @param expiresAt when it means nothing any more, used or not
 * @param usedAt when a ticket was used first; null while it was not
 */
public record Pass(
    PassKind kind,
    String sessionId,
    String owner,
    @Nullable String runId,
    long usableUntil,
    long expiresAt,
    @Nullable Long usedAt) {

  /** A new ticket; of one run when that is known. */
  public static Pass ticket(
      String sessionId, String owner, @Nullable String runId, long usableUntil, long expiresAt) {
    return new Pass(PassKind.TICKET, sessionId, owner, runId, usableUntil, expiresAt, null);
  }

  /** A new cookie. */
  public static Pass cookie(String sessionId, String owner, long expiresAt) {
    return new Pass(PassKind.COOKIE, sessionId, owner, null, expiresAt, expiresAt, null);
  }

  /** Whether it is a ticket that was used. */
  public boolean isUsed() {
    return usedAt != null;
  }
}
