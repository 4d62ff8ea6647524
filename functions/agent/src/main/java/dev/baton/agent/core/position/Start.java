package dev.baton.agent.core.position;

import java.time.Duration;

/** Where in its run a response begins. Source: streaming specification, section 4.2. */
public sealed interface Start {

  /**
   * Behind an event.
   *
   * @param seq its number; 0 for the beginning of the log
   */
  record After(long seq) implements Start {}

  /** Nowhere: everything was told, or it is no longer kept. */
  record Nowhere() implements Start {}

  /**
   * Decides.
   *
   * @param retention how long an event is kept; a run is read from no longer than its first event
   */
  static Start of(Asked asked, RunSpan run, Duration retention, long now) {
    long after = Math.max(asked.seq(), run.firstSeq() - 1);
    Long last = run.lastSeq();
    if (last == null) {
      return new After(after);
    }
    boolean kept = now < run.startedAt() + retention.toMillis();
    return kept && after < last ? new After(after) : new Nowhere();
  }
}
