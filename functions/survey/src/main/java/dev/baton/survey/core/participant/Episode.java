package dev.baton.survey.core.participant;

import java.util.Map;

/**
 * Trouble that a participant is in, or that a repeated effect has not yet overcome. Source: survey
 * spec §3.4 and §3.5.
 *
 * @param error what is wrong, with the start of the episode
 * @param before the state that leaving BLOCKED returns to
 * @param cause what leaving it does
 * @param attempt refusals in a row that count for the retry schedule
 * @param notOwner whether another app owns the thread
 */
public record Episode(
    ParticipantError error, State before, Cause cause, int attempt, boolean notOwner) {

  /** What led to the trouble, so that it can be done again. */
  public sealed interface Cause {

    /**
     * Graph refused a message.
     *
     * @param effectId the effect
     */
    record RefusedEffect(String effectId) implements Cause {}

    /**
     * The thread could not be passed, and the author wants a person to look.
     *
     * @param step the step of the handoff of the open question, from 1
     */
    record FailedHandoff(int step) implements Cause {}

    /**
     * A link named a form that is not there.
     *
     * @param shortcode the form
     * @param values hidden values of the link
     */
    record Link(String shortcode, Map<String, String> values) implements Cause {
      /** Keeps a copy. */
      public Link {
        values = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(values));
      }
    }

    /**
     * A field could not be entered.
     *
     * @param ref the field
     */
    record Field(String ref) implements Cause {}

    /** Nothing that could be done again. */
    record Nothing() implements Cause {}
  }

  /** Whether leaving BLOCKED sends that effect again. */
  public boolean isAbout(String effectId) {
    return cause instanceof Cause.RefusedEffect(String refused) && refused.equals(effectId);
  }

  /**
   * The episode with its retry schedule begun anew, because the participant wrote or an operator
   * asks.
   */
  public Episode fromTheStart() {
    return new Episode(error, before, cause, 0, notOwner);
  }
}
