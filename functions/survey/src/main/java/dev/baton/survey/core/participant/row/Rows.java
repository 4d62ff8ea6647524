package dev.baton.survey.core.participant.row;

import java.util.List;

/**
 * All rows of one decision.
 *
 * @param answers answers to put, unless they are there already
 * @param handoffs handoff records to set members of; one id at most once
 * @param taken shortcodes of forms that count as taken from now on
 * @param forgetsTaken whether all marks of taken forms go before those are put
 */
public record Rows(
    List<AnswerRow> answers, List<HandoffRow> handoffs, List<String> taken, boolean forgetsTaken) {

  /** No rows. */
  public static final Rows NONE = new Rows(List.of(), List.of(), List.of(), false);

  /** Keeps copies. */
  public Rows {
    answers = List.copyOf(answers);
    handoffs = List.copyOf(handoffs);
    taken = List.copyOf(taken);
  }

  /** The rows beside the answers. */
  public Rows withoutAnswers() {
    return new Rows(List.of(), handoffs, taken, forgetsTaken);
  }

  /** Whether there is nothing to write. */
  public boolean isEmpty() {
    return answers.isEmpty() && handoffs.isEmpty() && taken.isEmpty() && !forgetsTaken;
  }
}
