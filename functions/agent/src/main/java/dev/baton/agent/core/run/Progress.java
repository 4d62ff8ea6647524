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
 * @param costNanos the same in billionths of a dollar
 * @param withdrawals how often something visible was withdrawn
 */
public record Progress(
    int turn,
    @Nullable String openMessageId,
    Usage turnUsage,
    long messages,
    Usage usage,
    long costNanos,
    int withdrawals) {

  /** Nothing was done yet, in a session with so many messages. */
  public static Progress none(long messages) {
    return new Progress(0, null, Usage.NONE, messages, Usage.NONE, 0, 0);
  }

  /** The same up to another message. */
  public Progress withMessages(long number) {
    return new Progress(turn, openMessageId, turnUsage, number, usage, costNanos, withdrawals);
  }
}
