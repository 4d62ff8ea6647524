package dev.baton.survey.core.participant.effect;

/**
 * Which handoff of a participant: the turn that opened it and the step within its field. Source:
 * survey spec §6.8.
 *
 * @param turn the turn of the decision that opened it
 * @param step the step of a chain, from 1
 */
public record HandoffId(long turn, int step) {

  /** The id as records and Graph requests spell it: page, user, turn and step. */
  public String text(String pageId, String userId) {
    return pageId + "/" + userId + "/" + turn + "/" + step;
  }
}
