package dev.baton.survey.core.participant;

import dev.baton.survey.core.participant.effect.GraphFault;
import dev.baton.survey.core.participant.effect.HandoffId;
import org.jspecify.annotations.Nullable;

/**
 * A handoff whose record is open, or whose wait is suspended. Source: survey spec §6.
 *
 * @param id which handoff
 * @param step the step of its field, from 1
 * @param target the app that the thread is given to
 * @param startedAt when it was decided, own clock, milliseconds since 1970
 * @param passedAt when passing was known to be done; null before
 * @param passAttempts attempts of passing that failed or stayed unclear
 * @param passError the last refusal of passing
 * @param returned what came back while the wait was not yet over
 */
public record OpenHandoff(
    HandoffId id,
    int step,
    String target,
    long startedAt,
    @Nullable Long passedAt,
    int passAttempts,
    @Nullable GraphFault passError,
    @Nullable HandoffReturn returned) {

  /** Whether the target was seen to have had the thread. */
  public boolean isPassed() {
    return passedAt != null;
  }

  /** The handoff with its thread passed. */
  public OpenHandoff passed(long now) {
    return new OpenHandoff(id, step, target, startedAt, now, passAttempts, passError, returned);
  }

  /**
   * The handoff after an attempt of passing that did not succeed; the fault is null when its result
   * is unclear.
   */
  public OpenHandoff passFailed(@Nullable GraphFault fault) {
    GraphFault last = fault == null ? passError : fault;
    return new OpenHandoff(id, step, target, startedAt, passedAt, passAttempts + 1, last, returned);
  }

  /** The handoff whose passing never began, because its transition message was refused. */
  public OpenHandoff notBegun(GraphFault fault) {
    return new OpenHandoff(id, step, target, startedAt, passedAt, passAttempts, fault, returned);
  }

  /** The handoff after its target gave the thread back. */
  public OpenHandoff returned(HandoffReturn what) {
    return new OpenHandoff(id, step, target, startedAt, passedAt, passAttempts, passError, what);
  }
}
