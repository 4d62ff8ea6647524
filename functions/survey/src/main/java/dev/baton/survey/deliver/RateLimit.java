package dev.baton.survey.deliver;

import dev.baton.shell.time.Pause;
import dev.baton.survey.store.DynamoRateStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * At most so many Graph calls per page and second, over all deliveries. Bulk work gets half of
 * them. Source: survey spec §3.3.
 */
final class RateLimit {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final DynamoRateStore store;
  private final int callsPerSecond;
  private final InstantSource clock;
  private final Pause pause;

  /** A limit; 0 calls per second switch it off. */
  RateLimit(DynamoRateStore store, int callsPerSecond, InstantSource clock, Pause pause) {
    this.store = store;
    this.callsPerSecond = callsPerSecond;
    this.clock = clock;
    this.pause = pause;
  }

  /** Returns when the page may be called. */
  void await(String pageId, Errand errand) {
    if (callsPerSecond == 0) {
      return;
    }
    int limit = errand.isBulk() ? Math.max(1, callsPerSecond / 2) : callsPerSecond;
    while (!store.take(pageId, clock.instant().getEpochSecond(), limit)) {
      Duration untilNext = untilNextSecond(clock.instant());
      if (!errand.allowsCallAfter(untilNext)) {
        throw new CutShort("Page " + pageId + " is called too often to go on in time.");
      }
      pause.forDuration(untilNext);
    }
  }

  private static Duration untilNextSecond(Instant now) {
    return SECOND.minusNanos(now.getNano());
  }
}
