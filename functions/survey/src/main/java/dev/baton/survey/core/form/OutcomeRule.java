package dev.baton.survey.core.form;

import java.util.List;

/**
 * Which ending a quiz has: that of the choice with the highest counter. Source: survey spec §4.6.
 *
 * @param variable the variable that takes the id of the choice
 * @param choices the choices in order, at least one
 */
public record OutcomeRule(String variable, List<Choice> choices) {

  /** Keeps a copy of the choices. */
  public OutcomeRule {
    choices = List.copyOf(choices);
  }

  /**
   * One possible outcome.
   *
   * @param id what goes into the variable
   * @param counterVariable the variable that counts for it
   * @param thankyouScreenRef the ending it leads to
   */
  public record Choice(String id, String counterVariable, String thankyouScreenRef) {}
}
