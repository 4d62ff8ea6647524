package dev.baton.local.graph.webhook;

import java.net.URI;
import java.time.Duration;

/**
 * How webhooks are delivered. Meta redelivers what is not answered 200 at once and then less and
 * less often for 36 hours; only the first delay is shorter here by default.
 *
 * @param url of the app's webhook
 * @param timeout for one attempt
 * @param retryFirst delay before the second attempt, doubled for each further one
 * @param retryMost the longest delay between two attempts
 * @param giveUpAfter age at which a body is not tried again
 * @param keepOrder a body that is not answered 200 holds back what came later for its participant
 * @param itemsPerBody how many waiting items of one participant may share a body
 * @param itemsPerEntry how many items share an entry of a body
 * @param duplicates probability that an accepted body is delivered a second time, 0 to 1
 * @param duplicateAfter delay of that second delivery
 * @param hold items are collected until they are flushed together
 */
public record WebhookRules(
    URI url,
    Duration timeout,
    Duration retryFirst,
    Duration retryMost,
    Duration giveUpAfter,
    boolean keepOrder,
    int itemsPerBody,
    int itemsPerEntry,
    double duplicates,
    Duration duplicateAfter,
    boolean hold) {

  public static WebhookRules to(URI url) {
    return new WebhookRules(
        url,
        Duration.ofSeconds(20),
        Duration.ofSeconds(1),
        Duration.ofMinutes(10),
        Duration.ofHours(36),
        true,
        1,
        1,
        0,
        Duration.ZERO,
        false);
  }

  /** Delay between the given attempt, counted from 1, and the next. */
  Duration delayAfter(int attempt) {
    Duration delay = retryFirst;
    for (int doubled = 1; doubled < attempt && delay.compareTo(retryMost) < 0; doubled++) {
      delay = delay.multipliedBy(2);
    }
    return delay.compareTo(retryMost) < 0 ? delay : retryMost;
  }
}
