package dev.baton.survey.core.participant;

import org.jspecify.annotations.Nullable;

/**
 * Where a participant is in a survey.
 *
 * @param state the state
 * @param question the field the participant is at
 * @param waiting the armed wait
 * @param handoff the open handoff
 * @param followUp the reminder's timer
 */
public record Position(
    State state,
    @Nullable OpenQuestion question,
    @Nullable RunningWait waiting,
    @Nullable OpenHandoff handoff,
    @Nullable Timer followUp) {
  /** Nowhere. */
  public static final Position START = new Position(State.START, null, null, null, null);

  /** The same place in another state. */
  public Position in(State other) {
    return new Position(other, question, waiting, handoff, followUp);
  }

  /** The same place with another question. */
  public Position withQuestion(@Nullable OpenQuestion other) {
    return new Position(state, other, waiting, handoff, followUp);
  }

  /** The same place with another wait. */
  public Position withWait(@Nullable RunningWait other) {
    return new Position(state, question, other, handoff, followUp);
  }

  /** The same place with another handoff. */
  public Position withHandoff(@Nullable OpenHandoff other) {
    return new Position(state, question, waiting, other, followUp);
  }

  /** The same place with another reminder. */
  public Position withFollowUp(@Nullable Timer other) {
    return new Position(state, question, waiting, handoff, other);
  }
}
