package dev.baton.agent.core.run;

import java.util.Locale;

/** Where a run is. Source: streaming specification, section 1.2. */
public enum RunState {
  /** Committed; no worker has it yet. */
  QUEUED,
  /** A worker holds the lease. */
  RUNNING,
  /** Saved; no worker; a person must answer. */
  AWAITING_APPROVAL,
  /** Saved; nothing under way; a successor was started. */
  HANDING_OVER,
  /** Ended well. */
  DONE,
  /** Ended badly. */
  ERROR,
  /** Called off. */
  CANCELLED;

  /** The state's name on the wire. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether nothing leads out of it. */
  public boolean isTerminal() {
    return this == DONE || this == ERROR || this == CANCELLED;
  }
}
