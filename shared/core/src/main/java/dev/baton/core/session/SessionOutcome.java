package dev.baton.core.session;

/** What came of a command to a session. */
public sealed interface SessionOutcome {

  /** It was done. */
  record Applied() implements SessionOutcome {}

  /**
   * It does not concern the session as it is.
   *
   * @param reason why, in snake case
   */
  record Inert(String reason) implements SessionOutcome {}

  /** The session had ended before; asking again is no fault. */
  record AlreadyEnded() implements SessionOutcome {}

  /**
   * It was refused. The decision may hold something to be written all the same.
   *
   * @param refusal why
   */
  record Refused(SessionRefusal refusal) implements SessionOutcome {}
}
