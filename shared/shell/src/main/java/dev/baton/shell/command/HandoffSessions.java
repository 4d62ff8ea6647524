package dev.baton.shell.command;

import dev.baton.core.result.CommandResult;

/** What the edge of a command that hands off needs of the sessions behind it. */
public interface HandoffSessions {

  /**
   * Answers the repetition of the call that made a session: a fresh token for the same session
   * while nobody has connected, else a {@code CONFLICT} with {@code details.sessionId} that
   * suggests to reconnect.
   */
  CommandResult reissue(String sessionId, Call call);

  /** Closes a session whose handoff was found to be broken before it left. */
  void discard(String sessionId, Call call);
}
