package dev.baton.local.graph.messenger;

import java.time.Duration;

/**
 * What becomes of the echoes of messages that an app sent.
 *
 * @param delay after the answer of the Send API
 * @param jitter up to this much is added to the delay
 * @param drop probability that an echo never comes
 * @param duplicate probability that it comes twice
 * @param reorder probability that it comes only after the next one of the same participant
 * @param early it is on its way before the Send API answers
 */
public record EchoRules(
    Duration delay, Duration jitter, double drop, double duplicate, double reorder, boolean early) {

  public static final EchoRules PROMPT =
      new EchoRules(Duration.ZERO, Duration.ZERO, 0, 0, 0, false);
}
