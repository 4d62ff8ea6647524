package dev.baton.agent.begin;

import dev.baton.agent.core.run.Run;

/** What came of a prompt. */
public sealed interface Prompted {

  /**
   * A run has begun.
   *
   * @param run the run
   * @param replayed whether an earlier try of the same request began it
   */
  record Begun(Run run, boolean replayed) implements Prompted {}

  /** Another run is under way. */
  record Busy(Run run) implements Prompted {}

  /** The caller's id named another request before. */
  record Reused() implements Prompted {}

  /** The owner has too many runs under way. */
  record OverQuota(int most) implements Prompted {}

  /** There is nothing to go on from. */
  record Nothing() implements Prompted {}

  /** Others were first, again and again. */
  record Contended() implements Prompted {}
}
