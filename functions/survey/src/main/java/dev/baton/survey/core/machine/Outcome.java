package dev.baton.survey.core.machine;

/** What a decision came to. */
public sealed interface Outcome {

  /** Something changed. */
  record Committed() implements Outcome {}

  /**
   * Nothing happened to the survey. The decision may still hold a change to be written, so that a
   * redelivery is known.
   *
   * @param reason why, in snake case; the name of a metric
   */
  record Inert(String reason) implements Outcome {}

  /**
   * A caller is refused; nothing changed.
   *
   * @param code the error code of the command
   * @param message what is wrong
   */
  record Refused(String code, String message) implements Outcome {}

  /**
   * The input goes to the dead-letter queue; the decision's change is written.
   *
   * @param reason why
   */
  record DeadLettered(String reason) implements Outcome {}

  /**
   * The decision cannot be made without this: load it and decide again.
   *
   * @param need what is missing
   */
  record Lacks(Need need) implements Outcome {}
}
