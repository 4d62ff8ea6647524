package dev.baton.agent.core.position;

import dev.baton.agent.core.run.Run;
import org.jspecify.annotations.Nullable;

/**
 * The part of a log that is one run.
 *
 * @param firstSeq the number of its first event
 * @param lastSeq the number of its terminal event; null while it has none
 * @param startedAt when it began, milliseconds since 1970
 */
public record RunSpan(long firstSeq, @Nullable Long lastSeq, long startedAt) {

  /** The span of a run. */
  public static RunSpan of(Run run) {
    return new RunSpan(run.terms().firstSeq(), run.lastSeq(), run.terms().startedAt());
  }
}
