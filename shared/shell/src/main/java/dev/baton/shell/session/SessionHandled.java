package dev.baton.shell.session;

import dev.baton.core.session.Session;
import dev.baton.core.session.SessionDecision;

/** What came of a command to a session. */
public sealed interface SessionHandled {

  /**
   * It was decided, and what it changed is written.
   *
   * @param before the session that it met
   * @param decision what came of it
   */
  record Decided(Session before, SessionDecision decision) implements SessionHandled {}

  /** There is no such session. */
  record Unknown() implements SessionHandled {}

  /** Others were first five times in a row; nothing is written. */
  record Contended() implements SessionHandled {}

  /** The owner has too many live sessions; nothing is written. */
  record OverQuota() implements SessionHandled {}
}
