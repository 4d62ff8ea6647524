package dev.baton.survey.graph;

import dev.baton.survey.core.participant.effect.GraphFault;

/** What is known after a call. Source: survey spec §3.4. */
public sealed interface GraphResult {

  /** The call happened. */
  record Done() implements GraphResult {}

  /**
   * The call did not happen: the answer says so, or the request never left.
   *
   * @param fault why, with what it allows
   */
  record Refused(GraphFault fault) implements GraphResult {}

  /**
   * The request was written and no readable answer came in time: it may have happened.
   *
   * @param reason for the log
   */
  record Unclear(String reason) implements GraphResult {}
}
