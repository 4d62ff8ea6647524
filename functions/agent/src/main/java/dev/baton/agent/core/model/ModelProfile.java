package dev.baton.agent.core.model;

import dev.baton.agent.core.event.Usage;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one model. Source: streaming specification, section 7.1.
 *
 * @param context its window in tokens; 0 when unknown
 * @param prices what it costs; null when unknown, and then nothing counts against a cost limit
 */
public record ModelProfile(long context, @Nullable Prices prices) {

  /** A model of which nothing is known. */
  public static final ModelProfile UNKNOWN = new ModelProfile(0, null);

  /**
   * Prices in billionths of a dollar per token.
   *
   * @param input tokens that are read anew
   * @param output tokens that are written
   * @param cacheWrite tokens that are read and kept
   * @param cacheRead tokens that were kept
   */
  public record Prices(long input, long output, long cacheWrite, long cacheRead) {}

  /** What so much usage costs, in billionths of a dollar; null when that is unknown. */
  public @Nullable Long costNanos(Usage usage) {
    return prices == null
        ? null
        : (Long)
            (usage.input() * prices.input()
                + usage.output() * prices.output()
                + usage.cacheWrite() * prices.cacheWrite()
                + usage.cacheRead() * prices.cacheRead());
  }

  /** The cost of the longest answer; null when that is unknown. */
  public @Nullable Long worstNanos(int maxTokens) {
    return costNanos(new Usage(0, maxTokens, 0, 0));
  }
}
