package dev.baton.survey.webhook;

/** What became of one element of a delivery. Each has exactly one. Source: survey spec §2.1. */
sealed interface Fate {

  /** It changed a participant, and the change is written. */
  record Committed() implements Fate {}

  /**
   * It changes nothing.
   *
   * @param reason why, in snake case
   */
  record Inert(String reason) implements Fate {}

  /** Our code failed on it; the dead-letter queue has it. */
  record DeadLettered() implements Fate {}

  /** It could not be written now; Meta is asked for it again. */
  record AskedAgain() implements Fate {}
}
