package dev.baton.core.session;

import java.util.Locale;

/** Where a session is. Nothing leads out of the last two. Source: DESIGN §5. */
public enum SessionState {
  /** Handed off, and nobody has connected yet. */
  PENDING,
  /** One connection is there. */
  ACTIVE,
  /** The connection is gone and may come back. */
  DISCONNECTED,
  /** Ended by its owner, or because a right was withdrawn. */
  CLOSED,
  /** Ended by its limits. */
  EXPIRED;

  /** Whether something may still happen to the session. */
  public boolean isLive() {
    return this == PENDING || this == ACTIVE || this == DISCONNECTED;
  }

  /** Whether its participant counts as present in the resource. */
  public boolean isPresent() {
    return this == ACTIVE || this == DISCONNECTED;
  }

  /** The state on the wire. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
