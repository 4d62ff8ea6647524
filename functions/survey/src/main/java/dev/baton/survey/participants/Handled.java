package dev.baton.survey.participants;

import dev.baton.survey.core.machine.Decision;
import dev.baton.survey.core.participant.Participant;

/** What came of a command. */
public sealed interface Handled {

  /**
   * The command was decided and whatever it changed is written.
   *
   * @param before the participant that it was decided on
   * @param decision what was decided
   */
  record Decided(Participant before, Decision decision) implements Handled {}

  /** Others wrote first, five times in a row. Nothing is written; the caller comes again. */
  record Contended() implements Handled {}
}
