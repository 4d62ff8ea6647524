package dev.baton.bench.capacity;

/**
 * DynamoDB calls of one kind and what they consumed.
 *
 * @param reads read calls of items
 * @param writes writes of items, each item of a transaction counted
 * @param readUnits consumed read request units, indexes included
 * @param writeUnits consumed write request units, indexes included; a transaction counts double, as
 *     AWS bills it
 */
public record Consumption(long reads, long writes, double readUnits, double writeUnits) {

  /** Nothing consumed. */
  public static final Consumption NONE = new Consumption(0, 0, 0, 0);

  Consumption plus(Consumption other) {
    return new Consumption(
        reads + other.reads,
        writes + other.writes,
        readUnits + other.readUnits,
        writeUnits + other.writeUnits);
  }

  Consumption minus(Consumption other) {
    return new Consumption(
        reads - other.reads,
        writes - other.writes,
        readUnits - other.readUnits,
        writeUnits - other.writeUnits);
  }
}
