package dev.baton.core.session;

import dev.baton.core.frame.CloseReason;
import java.util.Locale;

/**
 * What follows from a write of a session, outside. Each may be done twice without harm, and is done
 * in order. Times are milliseconds since 1970.
 */
public sealed interface SessionEffect {

  /**
   * The first frames of a connection: who is there, and what it missed.
   *
   * @param connectionId the connection
   */
  record Welcome(String connectionId) implements SessionEffect {}

  /**
   * The last frame of a connection, and its end.
   *
   * @param connectionId the connection
   * @param reason why
   */
  record Close(String connectionId, CloseReason reason) implements SessionEffect {}

  /**
   * The others are told.
   *
   * @param change what of
   */
  record Announce(PresenceChange change) implements SessionEffect {}

  /**
   * The schedule of the session is set, in place of the one that is there.
   *
   * @param at when it fires; possibly past
   */
  record ArmTimer(long at) implements SessionEffect {}

  /**
   * Whether a connection is still there is looked up; if it is not, it is dropped.
   *
   * @param connectionId the connection
   */
  record Probe(String connectionId) implements SessionEffect {}

  /**
   * The client is told that the session ends soon.
   *
   * @param connectionId its connection
   * @param reason {@code idle} or {@code max-life}
   * @param expiresAt when it ends
   */
  record Warn(String connectionId, String reason, long expiresAt) implements SessionEffect {}

  /** How the presence of a participant changes. */
  enum PresenceChange {
    /** Their session's first connection. */
    JOINED,
    /** The connection is lost. */
    AWAY,
    /** It came back. */
    BACK,
    /** The session ended. */
    LEFT;

    /** The change on the wire. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
