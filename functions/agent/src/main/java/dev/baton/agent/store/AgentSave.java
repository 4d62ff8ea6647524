package dev.baton.agent.store;

/** What became of a write. */
public enum AgentSave {
  /** It is written. */
  SAVED,
  /** Somebody wrote in between; nothing is written. */
  LOST
}
