package dev.baton.shell.limit;

import dev.baton.core.command.CommandDefinition;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.result.Refused;
import dev.baton.shell.config.Settings;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How often an owner may call commands of each class: those that hand off, other mutations, reads.
 * A rate on the caller's key, which the authorizer passes on as {@code rate_handoff}, {@code
 * rate_write} or {@code rate_read}, overrides the configured one.
 */
public final class RateLimits {
  private static final long MICROSECONDS_PER_MILLISECOND = 1_000;
  private static final long MICROSECONDS_PER_SECOND = 1_000_000;

  private final DynamoBucketStore buckets;
  private final Map<String, Rate> rates;
  private final InstantSource clock;

  /**
   * Limits by class.
   *
   * @param rates the rates of {@code handoff}, {@code write} and {@code read}; what is absent has
   *     no limit
   */
  public RateLimits(DynamoBucketStore buckets, Map<String, Rate> rates, InstantSource clock) {
    this.buckets = buckets;
    this.rates = Map.copyOf(rates);
    this.clock = clock;
  }

  /** The limits as configured. */
  public static RateLimits of(Settings settings, DynamoBucketStore buckets, InstantSource clock) {
    return new RateLimits(
        buckets,
        Map.of(
            "handoff",
            Rate.parse("BATON_RATE_HANDOFF", settings.text("BATON_RATE_HANDOFF", "30/PT1M/10")),
            "write",
            Rate.parse("BATON_RATE_WRITE", settings.text("BATON_RATE_WRITE", "600/PT1M/100")),
            "read",
            Rate.parse("BATON_RATE_READ", settings.text("BATON_RATE_READ", "0"))),
        clock);
  }

  /**
   * Counts a call; answers the refusal when the owner is over the rate, else null.
   *
   * @param authorizer what the authorizer found out about the caller's key
   */
  public @Nullable Refused refusal(
      CommandDefinition command, String owner, Map<String, String> authorizer) {
    String bucket = bucket(command);
    String own = authorizer.get("rate_" + bucket);
    Rate rate =
        own == null || own.isEmpty()
            ? rates.getOrDefault(bucket, Rate.UNLIMITED)
            : Rate.parse("rate_" + bucket + " of the key", own);
    if (rate.isUnlimited()) {
      return null;
    }
    long wait = buckets.take(owner, bucket, rate, clock.millis() * MICROSECONDS_PER_MILLISECOND);
    return wait == 0 ? null : refusal(bucket, wait);
  }

  private static Refused refusal(String bucket, long wait) {
    long seconds = Math.ceilDiv(wait, MICROSECONDS_PER_SECOND);
    return Refused.because(
            ErrorCodes.RATE_LIMITED,
            "The rate of " + bucket + " calls of this key's owner is used up.",
            "Send the same request again after " + seconds + " s.")
        .retryAfter(seconds);
  }

  private static String bucket(CommandDefinition command) {
    if (command.handoff() != null) {
      return "handoff";
    }
    return command.mutation() ? "write" : "read";
  }
}
