package dev.baton.bench.capacity;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What has been consumed so far in this JVM, by kind of item: the first part of the sort key, such
 * as {@code state}, {@code answer} or {@code claim}. Thread-safe.
 */
public final class CapacityMeter {
  private static final Map<String, Consumption> CONSUMED = new ConcurrentHashMap<>();

  private CapacityMeter() {}

  static void add(String kind, Consumption consumption) {
    CONSUMED.merge(kind, consumption, Consumption::plus);
  }

  /** A copy of what has been consumed until now. */
  public static Map<String, Consumption> snapshot() {
    return new TreeMap<>(CONSUMED);
  }

  /** What has been consumed since the snapshot. */
  public static Map<String, Consumption> since(Map<String, Consumption> before) {
    Map<String, Consumption> difference = snapshot();
    difference.replaceAll((kind, now) -> now.minus(before.getOrDefault(kind, Consumption.NONE)));
    return difference;
  }
}
