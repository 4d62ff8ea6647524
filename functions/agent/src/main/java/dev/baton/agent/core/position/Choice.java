package dev.baton.agent.core.position;

import org.jspecify.annotations.Nullable;

/** Which run a response tells. Source: streaming specification, section 4.2. */
public sealed interface Choice {

  /** The position is beyond the end of the log. */
  record Beyond() implements Choice {}

  /** That run. */
  record OfRun(String runId) implements Choice {}

  /** The run of the event with that number, if there is one. */
  record At(long seq) implements Choice {}

  /** The first run, when it begins. */
  record First() implements Choice {}

  /** None: there is nothing behind the position. */
  record None() implements Choice {}

  /**
   * Chooses.
   *
   * @param runId the run that the request or its ticket names; null for none
   * @param inflight the run under way, or null
   * @param latest the last run that was begun, or null
   * @param last the number of the log's last event, 0 when there is none
   */
  static Choice of(
      Asked asked,
      @Nullable String runId,
      @Nullable String inflight,
      @Nullable String latest,
      long last) {
    if (asked.seq() > last) {
      return new Beyond();
    }
    if (runId != null) {
      return new OfRun(runId);
    }
    if (asked.choosesRun() && asked.seq() < last) {
      return new At(asked.seq() + 1);
    }
    if (inflight != null) {
      return new OfRun(inflight);
    }
    if (latest == null) {
      return new First();
    }
    return asked.choosesRun() ? new None() : new OfRun(latest);
  }
}
