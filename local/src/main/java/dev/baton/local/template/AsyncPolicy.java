package dev.baton.local.template;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What happens to asynchronous events that a function fails on: {@code EventInvokeConfig} of the
 * template.
 *
 * @param maximumRetryAttempts 0 to 2
 * @param maximumEventAge older events are not tried again
 * @param onFailureQueueArn queue that gets a record of what was given up, or null: then it is
 *     dropped, as on AWS
 */
public record AsyncPolicy(
    int maximumRetryAttempts, Duration maximumEventAge, @Nullable String onFailureQueueArn) {

  /** What AWS does when the template says nothing. */
  public static final AsyncPolicy DEFAULT = new AsyncPolicy(2, Duration.ofHours(6), null);
}
