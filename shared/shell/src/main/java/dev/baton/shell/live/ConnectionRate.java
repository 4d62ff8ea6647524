package dev.baton.shell.live;

import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandError;
import dev.baton.core.result.ErrorCodes;
import dev.baton.shell.limit.DynamoBucketStore;
import dev.baton.shell.limit.Rate;
import java.time.InstantSource;

/**
 * How often one connection may ask for an action. Thread-safe.
 *
 * @param buckets where the tokens are kept
 * @param action the action
 * @param rate how often
 * @param clock the time
 */
public record ConnectionRate(
    DynamoBucketStore buckets, String action, Rate rate, InstantSource clock) {
  private static final long MICROSECONDS = 1_000;

  /** Whether the connection may ask now; if so, that counts. */
  public boolean admits(ActionCall call) {
    return wait(call) == 0;
  }

  /** The same action, refused while its connection asks too often. */
  public SocketAction limiting(SocketAction limited) {
    return call -> {
      long wait = wait(call);
      return wait == 0 ? limited.act(call) : new SocketAction.Answer.Limited(tooOften(wait));
    };
  }

  private long wait(ActionCall call) {
    return rate.isUnlimited()
        ? 0
        : buckets.take(
            "connection:" + call.connection().id(), action, rate, clock.millis() * MICROSECONDS);
  }

  private CommandError tooOften(long microseconds) {
    long milliseconds = Math.ceilDiv(microseconds, MICROSECONDS);
    return new CommandError(
        ErrorCodes.RATE_LIMITED,
        "The rate of " + action + " of this connection is used up.",
        "Send the same frame again after " + milliseconds + " ms.",
        JsonObject.builder().put("retryAfterMs", milliseconds).build());
  }
}
