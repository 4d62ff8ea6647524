package dev.baton.bench.stack;

import java.util.Arrays;

/** Figures of one kind in ascending order. */
record Spread(long[] sorted) {

  static Spread of(long[] figures) {
    long[] sorted = figures.clone();
    Arrays.sort(sorted);
    return new Spread(sorted);
  }

  /** The figure that the given share of all does not exceed. */
  long quantile(double share) {
    return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))];
  }

  @Override
  public String toString() {
    return "n %d, p50 %d ms, p99 %d ms, most %d ms"
        .formatted(sorted.length, quantile(0.5), quantile(0.99), sorted[sorted.length - 1]);
  }
}
