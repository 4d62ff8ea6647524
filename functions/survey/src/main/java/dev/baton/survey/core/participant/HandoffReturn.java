package dev.baton.survey.core.participant;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the target of a handoff gave back with the thread. Source: survey spec §6.8.
 *
 * @param keys names of the hidden values it set, without aliases
 * @param bytes length of the metadata as it came, in UTF-8
 * @param collisions paths whose name was taken
 * @param error why nothing was merged
 */
public record HandoffReturn(
    List<String> keys, int bytes, List<String> collisions, @Nullable String error) {

  /** Keeps copies. */
  public HandoffReturn {
    keys = List.copyOf(keys);
    collisions = List.copyOf(collisions);
  }
}
