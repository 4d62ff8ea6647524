package dev.baton.survey.store;

import dev.baton.survey.core.participant.Participant;
import org.jspecify.annotations.Nullable;

/** What came of writing a participant on a condition. */
public sealed interface SaveResult {

  /** The item and all rows are written. */
  record Saved() implements SaveResult {}

  /**
   * Somebody else was first, and nothing is written.
   *
   * @param current the participant as it is now; null when it has to be loaded
   */
  record Lost(@Nullable Participant current) implements SaveResult {}
}
