package dev.baton.agent.handoff;

import dev.baton.shell.limit.DynamoBucketStore;
import dev.baton.shell.limit.Rate;
import java.time.InstantSource;

/**
 * How often an owner may ask for another ticket or token of one session: a client that is let in
 * and dropped again and again runs out of attempts. Thread-safe.
 */
public final class ReconnectRate {
  private static final String BUCKET = "agent-reconnect#";
  private static final long MICROSECONDS = 1_000;

  private final DynamoBucketStore buckets;
  private final Rate rate;
  private final InstantSource clock;

  /** A rate that is kept in these buckets. */
  public ReconnectRate(DynamoBucketStore buckets, Rate rate, InstantSource clock) {
    this.buckets = buckets;
    this.rate = rate;
    this.clock = clock;
  }

  /** Whether this attempt is one too many. */
  public boolean isSpent(String owner, String sessionId) {
    return !rate.isUnlimited()
        && buckets.take(owner, BUCKET + sessionId, rate, clock.millis() * MICROSECONDS) > 0;
  }
}
