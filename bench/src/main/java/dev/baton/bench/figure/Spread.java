package dev.baton.bench.figure;

import java.util.Arrays;

/**
 * Figures of one kind in ascending order.
 *
 * @param sorted the figures, at least one
 */
public record Spread(long[] sorted) {
  private static final double NANOS = 1_000_000.0;

  /** The spread of these figures in any order. */
  public static Spread of(long[] figures) {
    long[] sorted = figures.clone();
    Arrays.sort(sorted);
    return new Spread(sorted);
  }

  /** The figure that the given share of all does not exceed. */
  public long quantile(double share) {
    return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))];
  }

  /** The middle one. */
  public long median() {
    return sorted[sorted.length / 2];
  }

  /** Nanoseconds told as milliseconds. */
  public String ofNanos() {
    return "n %d, p50 %.1f ms, p99 %.1f ms, most %.1f ms"
        .formatted(
            sorted.length,
            quantile(0.5) / NANOS,
            quantile(0.99) / NANOS,
            sorted[sorted.length - 1] / NANOS);
  }

  @Override
  public String toString() {
    return "n %d, p50 %d ms, p99 %d ms, most %d ms"
        .formatted(sorted.length, quantile(0.5), quantile(0.99), sorted[sorted.length - 1]);
  }
}
