package dev.baton.agent.work.turn;

import java.time.Duration;

/**
 * How long steps of a run may take. Source: streaming specification, sections 7.1, 7.5 and 7.7.
 *
 * @param call one call of a model
 * @param silence how long a model may say nothing
 * @param reserve what must be left of an invocation to end it well
 */
public record WorkTimes(Duration call, Duration silence, Duration reserve) {

  /** What must be left of an invocation before a call of the model. */
  public Duration ofCall() {
    return call.plus(reserve);
  }
}
