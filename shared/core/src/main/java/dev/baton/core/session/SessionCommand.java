package dev.baton.core.session;

import org.jspecify.annotations.Nullable;

/**
 * What a session has to decide about. Hashes are SHA-256 in hex. Source: command specification,
 * section 5.2.
 */
public sealed interface SessionCommand {

  /**
   * A connection presents a token.
   *
   * @param connectionId the connection
   * @param openedAt when it was opened, milliseconds since 1970
   * @param tokenHash the hash of what it presented
   * @param entry how it came
   * @param fromSeq the position that its client confirms; null for the last one confirmed
   */
  record Attach(
      String connectionId, long openedAt, String tokenHash, Entry entry, @Nullable Long fromSeq)
      implements SessionCommand {}

  /** How a connection presents its token. */
  enum Entry {
    /** While it is being opened. */
    AT_UPGRADE,
    /** In its first frame, after it knocked. */
    FIRST_FRAME
  }

  /**
   * A connection is opened without a token.
   *
   * @param connectionId the connection
   */
  record Knock(String connectionId) implements SessionCommand {}

  /**
   * A connection is gone: it said so, or a push met nobody.
   *
   * @param connectionId the connection
   */
  record Drop(String connectionId) implements SessionCommand {}

  /**
   * A client was heard of.
   *
   * @param connectionId the connection of its frame; null for a command of the owner
   * @param ackSeq the number up to which it has everything; null when it said nothing of it
   */
  record Touch(@Nullable String connectionId, @Nullable Long ackSeq) implements SessionCommand {}

  /** Work of the session goes on without a connection: an agent runs, or a viewer streams. */
  record Engage() implements SessionCommand {}

  /**
   * The owner asks for a new token of the same session.
   *
   * @param tokenHash the hash of the token to issue
   * @param fromSeq the position to catch up from; null for the last one confirmed
   */
  record Reconnect(String tokenHash, @Nullable Long fromSeq) implements SessionCommand {}

  /**
   * The request that made the session is repeated: its answer needs a token again.
   *
   * @param tokenHash the hash of the token to issue
   */
  record Reissue(String tokenHash) implements SessionCommand {}

  /**
   * The owner ends the session.
   *
   * @param reason what the owner said; null for nothing
   */
  record End(@Nullable String reason) implements SessionCommand {}

  /**
   * The session's timer fired.
   *
   * @param tokenHash the hash of a token to issue, if one is due
   */
  record Fire(String tokenHash) implements SessionCommand {}

  /**
   * The key or the access to the resource was withdrawn, or the handoff itself is faulty.
   *
   * @param reason {@code key-revoked}, {@code access-withdrawn} or {@code handoff-invalid}
   */
  record Revoke(String reason) implements SessionCommand {}
}
