package dev.baton.shell.session;

import dev.baton.core.session.Session;
import org.jspecify.annotations.Nullable;

/** What came of writing a session on the condition that nobody wrote in between. */
public sealed interface SessionSave {

  /** The session and the rows beside it are written. */
  record Saved() implements SessionSave {}

  /**
   * Somebody else was first, and nothing is written.
   *
   * @param current the session as it is now; null when it has to be loaded
   */
  record Lost(@Nullable Session current) implements SessionSave {}

  /** The seat among the owner's live sessions is another session's, and nothing is written. */
  record SeatTaken() implements SessionSave {}
}
