package dev.baton.survey.core.participant;

/**
 * Where a participant is. There is no state for "still sending": see {@code settled}. Source:
 * survey spec §1.
 */
public enum State {
  /** Nothing runs. */
  START,
  /** A question is open. */
  QOUT,
  /** A wait is armed; with an open handoff it is a handoff, otherwise a plain wait. */
  WAIT_EXTERNAL_EVENT,
  /** The survey is finished. */
  END,
  /** An effect was refused, or a handoff failed that blocks. */
  BLOCKED,
  /** The form or the engine is at fault. */
  ERROR,
  /** An operator stopped the participant. */
  USER_BLOCKED
}
