package dev.baton.local.dynamodb;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;

/**
 * Counts calls and consumed capacity units per table and operation, as DynamoDB would bill them. A
 * query of an index counts for its table. Thread-safe.
 */
public final class CapacityMeter {
  private final Map<String, Reading> readings = new ConcurrentHashMap<>();

  /**
   * What was consumed so far.
   *
   * @param calls number of calls
   * @param units capacity units, indexes included: read units for reads, write units for writes
   */
  public record Reading(long calls, double units) {

    /** Both added. */
    public Reading plus(Reading other) {
      return new Reading(calls + other.calls, units + other.units);
    }

    /** What came since an earlier reading. */
    public Reading minus(Reading earlier) {
      return new Reading(calls - earlier.calls, units - earlier.units);
    }
  }

  /** All readings by {@code Table Operation}, sorted. */
  public Map<String, Reading> readings() {
    return new TreeMap<>(readings);
  }

  void add(String operation, @Nullable ConsumedCapacity consumed) {
    if (consumed != null && consumed.capacityUnits() != null) {
      readings.merge(
          consumed.tableName() + " " + operation,
          new Reading(1, consumed.capacityUnits()),
          Reading::plus);
    }
  }

  void addAll(String operation, @Nullable List<ConsumedCapacity> consumed) {
    if (consumed != null) {
      consumed.forEach(one -> add(operation, one));
    }
  }
}
