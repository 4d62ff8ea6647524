package dev.baton.survey.core.participant.command;

import dev.baton.core.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an operator does to a participant by {@code survey-release}. Source: survey spec §8. */
public sealed interface ReleaseAction {

  /** Ends the wait, or skips what is blocked, and goes on with the next field. */
  record Continue() implements ReleaseAction {}

  /** Runs the parked effects again, or what led to ERROR. */
  record Retry() implements ReleaseAction {}

  /**
   * Starts another form as by stitching.
   *
   * @param shortcode the form
   * @param hidden hidden values that are added
   */
  record Move(String shortcode, Map<String, Json> hidden) implements ReleaseAction {
    /** Keeps a copy of the values in their order. */
    public Move {
      hidden = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(hidden));
    }
  }

  /** Stops the participant until unblocked. */
  record Block() implements ReleaseAction {}

  /** Restores the state before the block. */
  record Unblock() implements ReleaseAction {}

  /** Back to START; forms may be taken again. */
  record Reset() implements ReleaseAction {}
}
