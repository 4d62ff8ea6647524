package dev.baton.core.command;

/** How long a command usually takes. */
public enum ExecutionTime {
  /** Below 50 milliseconds. */
  INSTANT("instant"),
  /** Below a second. */
  FAST("fast"),
  /** Below ten seconds. */
  SLOW("slow"),
  /** Longer. */
  LONG_RUNNING("long-running");

  private final String word;

  ExecutionTime(String word) {
    this.word = word;
  }

  /** The word on the wire. */
  public String word() {
    return word;
  }
}
