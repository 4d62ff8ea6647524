package dev.baton.agent.core.model;

import dev.baton.agent.core.event.RunError;

/**
 * What may still be tried in one turn. Immutable: each failure gives the policy for the next one.
 * Source: streaming specification, section 7.4.
 *
 * @param calls calls of the model that were made in this turn, the one under way included
 * @param withdrawnInTurn whether something visible was withdrawn in this turn
 * @param withdrawnInRun how often in the run
 */
public record RetryPolicy(int calls, boolean withdrawnInTurn, int withdrawnInRun) {
  private static final int MOST_CALLS = 4;
  private static final int MOST_WITHDRAWALS = 2;
  private static final long LONGEST_ASKED_MS = 30_000;
  private static final long FIRST_MS = 500;
  private static final long LONGEST_MS = 8_000;
  private static final double JITTER = 0.25;

  /** What follows from a failure. */
  public sealed interface Next {}

  /**
   * The model is called again.
   *
   * @param waitMs after so many milliseconds
   * @param policy the policy of the next call
   */
  public record Again(long waitMs, RetryPolicy policy) implements Next {}

  /** The run ends. */
  public record End(RunError error) implements Next {}

  /** The policy of the first call of a turn. */
  public static RetryPolicy ofTurn(int withdrawnInRun) {
    return new RetryPolicy(1, false, withdrawnInRun);
  }

  /**
   * What follows from a failed call.
   *
   * @param visible whether viewers saw something of its answer
   * @param chance 0 to less than 1
   */
  public Next after(FaultVerdict verdict, boolean visible, double chance) {
    Long asked = verdict.retryAfterMs();
    if (asked != null && asked > LONGEST_ASKED_MS && verdict.repeatable()) {
      return new End(new RunError(verdict.code(), (asked + 999) / 1_000));
    }
    boolean spent =
        calls >= MOST_CALLS || (visible && (withdrawnInTurn || withdrawnInRun >= MOST_WITHDRAWALS));
    if (!verdict.repeatable() || spent) {
      return new End(new RunError(verdict.code(), asked == null ? null : (asked + 999) / 1_000));
    }
    RetryPolicy next =
        new RetryPolicy(calls + 1, withdrawnInTurn || visible, withdrawnInRun + (visible ? 1 : 0));
    return new Again(asked == null ? usualWait(chance) : asked, next);
  }

  private long usualWait(double chance) {
    long whole = Math.min(LONGEST_MS, FIRST_MS << (calls - 1));
    return whole - (long) (whole * JITTER * chance);
  }
}
