package dev.baton.agent.start;

import java.util.Set;

/**
 * The models that there are.
 *
 * @param usual the one that is taken when nobody asks for another
 * @param known all of them
 */
public record AgentModels(String usual, Set<String> known) {

  /** Models over a copy. */
  public AgentModels {
    known = Set.copyOf(known);
  }
}
