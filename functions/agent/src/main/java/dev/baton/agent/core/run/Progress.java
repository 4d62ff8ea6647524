package dev.baton.agent.core.run;

import dev.baton.agent.core.event.Usage;
import org.jspecify.annotations.Nullable;

/**
 * How far a run has come, as a checkpoint saves it: whoever goes on needs nothing else but the
 * messages and the log.
 *
 * @param turn the turn whose message was saved last; 0 for none
 * @param openMessageId the message of that turn while its results are not saved, else null
 * @param turnUsage what that turn cost so far
 * @param messages the number of the last message that was saved
 * @param usage what the run cost so far, withdrawn attempts included
 * @param costNanos the same in billionths of a dollar; null when nothing of it has a price
 * @param withdrawals how often something visible was withdrawn
 * @param trimmed the number of the last message whose results are not sent any more; 0 for none
 */
public record Progress(
    int turn,
    @Nullable String openMessageId,
    Usage turnUsage,
    long messages,
    Usage usage,
    @Nullable Long costNanos,
    int withdrawals,
    long trimmed) {

  /** Nothing was done yet, in a session with so many messages. */
  public static Progress none(long messages) {
    return new Progress(0, null, Usage.NONE, messages, Usage.NONE, null, 0, 0);
  }

  /** Two costs together; one that is not known adds nothing. */
  public static @Nullable Long together(@Nullable Long cost, @Nullable Long other) {
    return cost == null ? other : other == null ? cost : (Long) (cost + other);
  }

  /** The same up to another message. */
  public Progress withMessages(long number) {
    return new Progress(
        turn, openMessageId, turnUsage, number, usage, costNanos, withdrawals, trimmed);
  }

  /** The same after a call of the model, whatever became of it. */
  public Progress spent(Usage more, @Nullable Long moreNanos) {
    return new Progress(
        turn,
        openMessageId,
        turnUsage,
        messages,
        usage.plus(more),
        together(costNanos, moreNanos),
        withdrawals,
        trimmed);
  }

  /** The same after so many withdrawals. */
  public Progress withWithdrawals(int number) {
    return new Progress(
        turn, openMessageId, turnUsage, messages, usage, costNanos, number, trimmed);
  }

  /** The same with results removed up to that message. */
  public Progress withTrimmed(long number) {
    return new Progress(
        turn, openMessageId, turnUsage, messages, usage, costNanos, withdrawals, number);
  }

  /**
   * The same after a turn whose message, if it has one, is the last.
   *
   * @param openId the id of the message when results are still missing
   */
  public Progress withTurn(int number, @Nullable String openId, Usage used, long lastMessage) {
    return new Progress(number, openId, used, lastMessage, usage, costNanos, withdrawals, trimmed);
  }
}
